import uuid

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("temaplan", "0007_depend_share_approve_again_and_follow_a_timeline"),
    ]

    operations = [
        migrations.AddField(
            model_name="datatable",
            name="accepted",
            field=models.JSONField(blank=True, default=list, verbose_name="godtatte funn"),
        ),
        migrations.CreateModel(
            name="RunRefresh",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("slug", models.SlugField(max_length=80, verbose_name="kortnavn")),
                ("revision", models.PositiveIntegerField(default=1, verbose_name="revisjon")),
                (
                    "submission",
                    models.UUIDField(blank=True, null=True, unique=True, verbose_name="innsending"),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="registrert")),
                ("changed_at", models.DateTimeField(auto_now=True, verbose_name="sist endret")),
                ("reason", models.TextField(blank=True, verbose_name="begrunnelse")),
                (
                    "earlier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="refreshed_by",
                        to="temaplan.analysisrun",
                        verbose_name="tidligere analyse",
                    ),
                ),
                (
                    "later",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="refreshes",
                        to="temaplan.analysisrun",
                        verbose_name="ny analyse",
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="%(class)s_set",
                        to="temaplan.plan",
                        verbose_name="plan",
                    ),
                ),
            ],
            options={
                "verbose_name": "oppdatering av analyse",
                "verbose_name_plural": "oppdateringer av analyser",
                "ordering": ["pk"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("plan", "slug"), name="runrefresh_slug_once_per_plan"
                    ),
                    models.UniqueConstraint(fields=("earlier",), name="a_run_is_refreshed_once"),
                ],
            },
        ),
        migrations.CreateModel(
            name="TableDraft",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "key",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, unique=True, verbose_name="nøkkel"
                    ),
                ),
                (
                    "table_revision",
                    models.PositiveIntegerField(default=0, verbose_name="revisjon av datatabellen"),
                ),
                ("begun_by", models.CharField(max_length=200, verbose_name="begynt av")),
                ("file_name", models.CharField(max_length=200, verbose_name="filnavn")),
                ("about", models.JSONField(default=dict, verbose_name="om tallene")),
                ("accepted", models.JSONField(default=list, verbose_name="godtatte funn")),
                ("content", models.TextField(verbose_name="innhold")),
                ("revision", models.PositiveIntegerField(default=1, verbose_name="revisjon")),
                ("changed_at", models.DateTimeField(auto_now=True, verbose_name="sist endret")),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="table_drafts",
                        to="temaplan.plan",
                        verbose_name="plan",
                    ),
                ),
                (
                    "table",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="drafts",
                        to="temaplan.datatable",
                        verbose_name="datatabell som får nye tall",
                    ),
                ),
            ],
            options={
                "verbose_name": "kladd til datatabell",
                "verbose_name_plural": "kladder til datatabeller",
                "ordering": ["-changed_at", "-pk"],
            },
        ),
    ]
