"""Month names as phones write them, short and long, in the languages that Hevy users write in."""

from __future__ import annotations

# One line a language, twelve months; words of a month are joined by a stroke.
_LANGUAGES = {
    "en": "jan|january feb|february mar|march apr|april may jun|june jul|july aug|august sep|sept|september "
    "oct|october nov|november dec|december",
    "pt": "jan|janeiro fev|fevereiro mar|março abr|abril mai|maio jun|junho jul|julho ago|agosto "
    "set|setembro out|outubro nov|novembro dez|dezembro",
    "es": "ene|enero feb|febrero mar|marzo abr|abril may|mayo jun|junio jul|julio ago|agosto "
    "sep|sept|septiembre oct|octubre nov|noviembre dic|diciembre",
    "de": "jan|januar|jän|jänner feb|februar mär|märz|mrz apr|april mai jun|juni jul|juli aug|august "
    "sep|sept|september okt|oktober nov|november dez|dezember",
    "fr": "janv|janvier févr|février mars avr|avril mai juin juil|juillet août sept|septembre oct|octobre "
    "nov|novembre déc|décembre",
    "it": "gen|gennaio feb|febbraio mar|marzo apr|aprile mag|maggio giu|giugno lug|luglio ago|agosto "
    "set|settembre ott|ottobre nov|novembre dic|dicembre",
    "nl": "jan|januari feb|februari mrt|maart apr|april mei jun|juni jul|juli aug|augustus sep|september "
    "okt|oktober nov|november dec|december",
    "da": "jan|januar feb|februar mar|marts apr|april maj jun|juni jul|juli aug|august sep|september "
    "okt|oktober nov|november dec|december",
    "nb": "jan|januar feb|februar mar|mars apr|april mai jun|juni jul|juli aug|august sep|september "
    "okt|oktober nov|november des|desember",
    "sv": "jan|januari feb|februari mars apr|april maj juni juli aug|augusti sep|september okt|oktober "
    "nov|november dec|december",
    "fi": "tammi|tammikuu|tammikuuta helmi|helmikuu|helmikuuta maalis|maaliskuu|maaliskuuta "
    "huhti|huhtikuu|huhtikuuta touko|toukokuu|toukokuuta kesä|kesäkuu|kesäkuuta heinä|heinäkuu|heinäkuuta "
    "elo|elokuu|elokuuta syys|syyskuu|syyskuuta loka|lokakuu|lokakuuta marras|marraskuu|marraskuuta "
    "joulu|joulukuu|joulukuuta",
    "pl": "sty|styczeń|stycznia lut|luty|lutego mar|marzec|marca kwi|kwiecień|kwietnia maj|maja "
    "cze|czerwiec|czerwca lip|lipiec|lipca sie|sierpień|sierpnia wrz|wrzesień|września "
    "paź|październik|października lis|listopad|listopada gru|grudzień|grudnia",
    "cs": "led|leden|ledna úno|únor|února bře|březen|března dub|duben|dubna kvě|květen|května "
    "čvn|červen|června čvc|červenec|července srp|srpen|srpna zář|září říj|říjen|října "
    "lis|listopad|listopadu pro|prosinec|prosince",
    "hr": "sij|siječanj|siječnja velj|veljača|veljače ožu|ožujak|ožujka tra|travanj|travnja "
    "svi|svibanj|svibnja lip|lipanj|lipnja srp|srpanj|srpnja kol|kolovoz|kolovoza "
    "ruj|rujan|rujna lis|listopad|listopada stu|studeni|studenoga pro|prosinac|prosinca",
    "ro": "ian|ianuarie feb|februarie mar|martie apr|aprilie mai iun|iunie iul|iulie aug|august "
    "sept|septembrie oct|octombrie nov|noiembrie dec|decembrie",
    "hu": "jan|január febr|február márc|március ápr|április máj|május jún|június júl|július aug|augusztus "
    "szept|szeptember okt|október nov|november dec|december",
    "tr": "oca|ocak şub|şubat mar|mart nis|nisan may|mayıs haz|haziran tem|temmuz ağu|ağustos eyl|eylül "
    "eki|ekim kas|kasım ara|aralık",
    "ru": "янв|январь|января февр|фев|февраль|февраля мар|март|марта апр|апрель|апреля май|мая "
    "июн|июнь|июня июл|июль|июля авг|август|августа сент|сен|сентябрь|сентября окт|октябрь|октября "
    "нояб|ноя|ноябрь|ноября дек|декабрь|декабря",
    "uk": "січ|січень|січня лют|лютий|лютого бер|березень|березня квіт|квітень|квітня трав|травень|травня "
    "черв|червень|червня лип|липень|липня серп|серпень|серпня вер|вересень|вересня "
    "жовт|жовтень|жовтня лист|листопад|листопада груд|грудень|грудня",
}  # fmt: skip


def _table() -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for months in _LANGUAGES.values():
        for number, words in enumerate(months.split(), start=1):
            for word in words.split("|"):
                found.setdefault(word.casefold(), set()).add(number)
    return {word: frozenset(numbers) for word, numbers in found.items()}


MONTHS: dict[str, frozenset[int]] = _table()
"""A month's word, lower case and without dot, to its number; to two where languages disagree
(`lip` is June in Croatian and July in Polish), which no caller may resolve by a guess."""
