"""All network code of Temaplan: statistics offices asked through their open interfaces.

Nothing here is used unless somebody asks for it. Every answer is kept as it came;
reading it is a second step that can be repeated without the network.
"""
