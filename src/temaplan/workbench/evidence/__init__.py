"""What is known: register, findings, analysis runs (kunnskap, funn). Stands on the mandates."""
