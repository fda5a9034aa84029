"""Driver, run as a program: what the database itself says about how it was opened."""

import json

import django


def main() -> None:
    """Print the settings that decide whether something stored can be lost."""
    django.setup()
    from django.db import connection

    asked = {
        "sqlite": ["PRAGMA journal_mode", "PRAGMA synchronous", "PRAGMA foreign_keys"],
        "postgresql": ["SHOW synchronous_commit"],
    }[connection.vendor]
    with connection.cursor() as cursor:
        answers = {}
        for question in asked:
            cursor.execute(question)
            answers[question] = cursor.fetchone()[0]
        if connection.vendor == "sqlite":
            answers["begins"] = connection.transaction_mode
    print(json.dumps(answers))


if __name__ == "__main__":
    main()
