"""The rule engine: what the law, the municipality and good practice ask of a plan.

`catalogue` holds the rules as data, `judging` the pure functions from `facts` to a
verdict, `reading` the queries that gather the facts once, `engine` the judgement of a
whole plan. A rule about a link that does not exist yet says when it will be checked,
and is never green.
"""
