"""What the report's methods are called and how they count, for its appendix."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from temaplan.report.language import Said


@dataclass(frozen=True)
class MethodWords:
    """A method's name as it stands in a sentence, and its definition."""

    name: Said
    definition: Said


METHODS: Mapping[str, MethodWords] = MappingProxyType(
    {
        "change": MethodWords(
            Said("endring", "endring"),
            Said(
                "Sluttåret minus startåret, og det samme delt på startåret. Er startåret null "
                "eller ukjent, finnes det ingen prosent.",
                "Sluttåret minus startåret, og det same delt på startåret. Er startåret null eller "
                "ukjent, finst det ingen prosent.",
            ),
        ),
        "coverage": MethodWords(
            Said("egendekning", "eigendekning"),
            Said(
                "Sysselsatte som arbeider i kommunen, delt på sysselsatte som bor der. Over 1 har "
                "kommunen flere arbeidsplasser enn den har innbyggere i arbeid.",
                "Sysselsette som arbeider i kommunen, delte på sysselsette som bur der. Over 1 har "
                "kommunen fleire arbeidsplassar enn han har innbyggjarar i arbeid.",
            ),
        ),
        "location_quotient": MethodWords(
            Said("lokaliseringskvotient", "lokaliseringskvotient"),
            Said(
                "Næringens andel av de sysselsatte i området, delt på næringens andel i det det "
                "sammenlignes med. 1 er som sammenligningen, 2 er dobbelt så stor andel. Avviket "
                "i sysselsatte er det faktiske tallet minus det sammenligningens andel ville gitt.",
                "Delen næringa har av dei sysselsette i området, delt på delen ho har i det det "
                "blir samanlikna med. 1 er som samanlikninga, 2 er dobbelt så stor del. Avviket i "
                "sysselsette er det faktiske talet minus det delen i samanlikninga ville gitt.",
            ),
        ),
        "likeness": MethodWords(
            Said("strukturlikhet", "strukturlikskap"),
            Said(
                "1 minus halve summen av forskjellene i næringsandeler. 100 % er helt like "
                "andeler, 0 % er ingen felles næringer.",
                "1 minus halve summen av skilnadene i næringsdelar. 100 % er heilt like delar, 0 % "
                "er ingen felles næringar.",
            ),
        ),
        "shift_share": MethodWords(
            Said("skift-andel-analyse", "skift-andel-analyse"),
            Said(
                "Endringen deles i tre: det området ville fått hvis alt vokste som sammenligningen "
                "(vekst ellers), tillegget fordi området har næringer som vokser mer eller mindre "
                "enn andre (næringssammensetning), og resten (egen vekst). Næringer uten "
                "sysselsatte i startåret står for seg. Delene summerer til endringen. «Egen vekst» "
                "er en rest og forteller ikke hvorfor.",
                "Endringa blir delt i tre: det området ville fått om alt voks som samanlikninga "
                "(vekst elles), tillegget fordi området har næringar som veks meir eller mindre "
                "enn andre (næringssamansetjing), og resten (eigen vekst). Næringar utan "
                "sysselsette i startåret står for seg. Delane summerer til endringa. «Eigen vekst» "
                "er ein rest og fortel ikkje kvifor.",
            ),
        ),
        "dynamic": MethodWords(
            Said("dynamisk skift-andel-analyse", "dynamisk skift-andel-analyse"),
            Said(
                "Det samme år for år, med nytt startår hvert år, og så summert. Da følger "
                "næringssammensetningen med underveis.",
                "Det same år for år, med nytt startår kvart år, og så summert. Då følgjer "
                "næringssamansetjinga med undervegs.",
            ),
        ),
        "nested": MethodWords(
            Said("skift-andel i to trinn", "skift-andel i to steg"),
            Said(
                "Egen vekst deles i det fylket vokste mer enn landet i de samme næringene, og det "
                "kommunen vokste mer enn fylket.",
                "Eigen vekst blir delt i det fylket voks meir enn landet i dei same næringane, og "
                "det kommunen voks meir enn fylket.",
            ),
        ),
        "commuting": MethodWords(
            Said("pendling", "pendling"),
            Said(
                "Utpendling er andelen av de sysselsatte som bor i kommunen og arbeider i en "
                "annen. Innpendling er andelen av dem som arbeider i kommunen, og bor i en annen.",
                "Utpendling er delen av dei sysselsette som bur i kommunen og arbeider i ein "
                "annan. Innpendling er delen av dei som arbeider i kommunen, og bur i ein annan.",
            ),
        ),
        "productivity": MethodWords(
            Said("produktivitet", "produktivitet"),
            Said(
                "Bruttoprodukt delt på sysselsatte. Endringen deles i det næringene selv ble mer "
                "produktive, det sysselsatte flyttet til mer produktive næringer, og samspillet "
                "mellom de to. Næringer med skjermede tall er holdt utenfor delingen.",
                "Bruttoprodukt delt på sysselsette. Endringa blir delt i det næringane sjølve vart "
                "meir produktive, det sysselsette flytta til meir produktive næringar, og "
                "samspelet mellom dei to. Næringar med skjerma tal er haldne utanfor delinga.",
            ),
        ),
        "specialisation": MethodWords(
            Said("spesialisering", "spesialisering"),
            Said(
                "Hoover-indeksen er halve summen av forskjellene mellom områdets og "
                "sammenligningens næringsandeler: så stor del av de sysselsatte måtte byttet "
                "næring for at de to skulle blitt like. HHI er summen av kvadrerte andeler, og 1 "
                "delt på HHI er hvor mange like store næringer området svarer til.",
                "Hoover-indeksen er halve summen av skilnadene mellom næringsdelane i området og i "
                "samanlikninga: så stor del av dei sysselsette måtte ha bytt næring for at dei to "
                "skulle blitt like. HHI er summen av kvadrerte delar, og 1 delt på HHI er kor "
                "mange like store næringar området svarer til.",
            ),
        ),
        "retail_coverage": MethodWords(
            Said("dekningsgrad for varehandel", "dekningsgrad for varehandel"),
            Said(
                "Omsetning per innbygger delt på omsetning per innbygger i sammenligningen. Under "
                "1 lekker handel ut. Målet skiller ikke innbyggere fra hytteeiere og turister, og "
                "ser ikke netthandel.",
                "Omsetning per innbyggjar delt på omsetning per innbyggjar i samanlikninga. Under "
                "1 lek handel ut. Målet skil ikkje innbyggjarar frå hytteeigarar og turistar, og "
                "ser ikkje netthandel.",
            ),
        ),
        "business_land_demand": MethodWords(
            Said("arealbehov etter GIFPRO", "arealbehov etter GIFPRO"),
            Said(
                "Sysselsatte × andelen som trenger slikt areal × (andel som flytter ut + andel som "
                "flytter innen området) hvert år × areal per sysselsatt. Kvotene er brukerens.",
                "Sysselsette × delen som treng slikt areal × (del som flyttar ut + del som flyttar "
                "innanfor området) kvart år × areal per sysselsett. Kvotane er brukaren sine.",
            ),
        ),
        "projection": MethodWords(
            Said("framskriving", "framskriving"),
            Said(
                "Tidligere års vekst trekkes på nytt 10 000 ganger, i blokker av to år etter "
                "hverandre, de samme årene for alle områdene. Lav, midt og høy bane er 10-, 50- og "
                "90-prosentpunktet av banene. Etterprøvingen skjuler de siste årene og lager samme "
                "framskriving fra årene før.",
                "Veksten i tidlegare år blir trekt på nytt 10 000 gonger, i blokker av to år etter "
                "kvarandre, dei same åra for alle områda. Låg, midtre og høg bane er 10-, 50- og "
                "90-prosentpunktet av banane. Etterprøvinga gøymer dei siste åra og lagar same "
                "framskriving frå åra før.",
            ),
        ),
    }
)
