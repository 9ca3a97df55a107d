package lint

import (
	"strings"
	"testing"
)

// English words with the syllables a pronouncing dictionary gives them: every seventh of the
// content's words, and some that spelling makes hard.
func TestSyllablesOfEnglish(t *testing.T) {
	for want, words := range map[int]string{
		1: `a as ask back bad base be bear breath breathes care cause chair change changed discs draft drop drugs en eye
			eyes fast flank flush fold found frees glass goal harm height i it joint know known lay lean leg lifts loose
			means more name need nerves new night no now off page planned pops pose post puts raise rib ring row rule see
			sex sharp show shows sick since slaps slow so soft space spine spines spots stays steps takes tear ten tends
			the thigh through top up wakes walked where who with`,
		2: `able aching adults after agree ahead because being bladder bundle business cannot cautious changes create
			doing eases fracture further harder heavy holding houses image inner little lower member minutes mistake
			mostly movement movements muscle muscles nation nearly needed never often paper people poem pregnant question
			questions quiet really reason recent request rhythm safety science second severe shoulder social somewhere
			special standing table tables technique title urgent vital voices warning within`,
		3: `area arthritis axial company compression condition easily idea initials museum possible radio
			serious various video`,
		4: `complication diabetes epidural material metastasis stimulator symptomatic`,
		6: `osteoporosis`,
	} {
		for _, w := range strings.Fields(words) {
			if got := english(w); got != want {
				t.Errorf("%s: %d syllables, want %d", w, got, want)
			}
		}
	}
	for w, want := range map[string]int{"baby’s": 2, "hands-on": 2, "check-up": 2, "112": 1, "30": 1, "Ehlers-Danlos": 4} {
		if got := english(w); got != want {
			t.Errorf("%s: %d syllables, want %d", w, got, want)
		}
	}
}

// Words with their syllables told by hand: · divides. A French end in e is silent.
func TestSyllablesOfTheOtherLanguages(t *testing.T) {
	for lang, words := range map[string]string{
		"es": "es·pal·da dí·a a·ho·ra cui·da·do des·pués quie·ro si·guien·te rie·go mús·cu·lo hoy le·er pier·na ar·te·ria ba·úl",
		"fr": "dos jambe dou·leur au·jour·d’hui l’eau vo·yez mé·de·cin nerfs ré·a·gir na·ïf que quelque ur·gences res·pi·rez fa·tigue pied yeux",
		"de": "Rü·cken Bein Schmer·zen Kreuz·schmer·zen Not·auf·nah·me Qual Na·ti·on gleich·mä·ßig See Knie Häu·ser ge·he wo·chen·lang",
		"pl": "ple·cy nie się bo·li no·gi le·karz od·dy·cha·nie pia·sek u·cze·nie krę·go·słup mo·czu dzień",
		"uk": "спи·на біль но·ги лі·кар вто·ма швид·ка он·ко·ло·гі·я п’ять",
		"vi": "đau lưng bác sĩ",
	} {
		count := syllables(lang)
		for _, w := range strings.Fields(words) {
			if got, want := count(strings.ReplaceAll(w, "·", "")), 1+strings.Count(w, "·"); got != want {
				t.Errorf("%s %s: %d syllables", lang, w, got)
			}
		}
	}
}

func TestSentences(t *testing.T) {
	for text, want := range map[string]string{
		"Stop at once. Call now":                "Stop at once.|Call now",
		"Worse? See a doctor!":                  "Worse?|See a doctor!",
		"**Stop.** Then rest.":                  "Stop.|Then rest.",
		"Say: “I have back pain.” Then wait.":   "Say: “I have back pain.”|Then wait.",
		"Take 0.5 l, z. B. Wasser. Dann gehen.": "Take 0.5 l, z. B. Wasser.|Dann gehen.",
		"Am 2. und am dritten Tag.":             "Am 2. und am dritten Tag.",
		"Now; not tomorrow: go":                 "Now; not tomorrow: go",
		"Wait … then go.":                       "Wait … then go.",
		"·":                                     "",
		"Đi khám ngay. Đừng chờ.":               "Đi khám ngay.|Đừng chờ.",
	} {
		if got := strings.Join(sentences(text), "|"); got != want {
			t.Errorf("%q: %q", text, got)
		}
	}
}

func TestCountsAndIndexes(t *testing.T) {
	c := measure("en", []text{{"a", "The cat sat on the mat."}, {"b", "Go to an emergency department"}})
	if c.Sentences != 2 || c.Words != 11 || c.Syllables != 16 || c.Longest != 6 || c.Hard != 1 || c.LongestSentence != (text{"a", "The cat sat on the mat."}) {
		t.Errorf("%+v", c)
	}
	for lang, want := range map[string]float64{
		"en":    0.39*5.5 + 11.8*16/11 - 15.59,
		"en-GB": 0.39*5.5 + 11.8*16/11 - 15.59,
		"es":    206.84 - 60*16.0/11 - 1.02*5.5,
		"fr":    207 - 1.015*5.5 - 73.6*16/11,
		"de":    180 - 5.5 - 58.5*16/11,
		"pl":    0.4 * (5.5 + 100.0/11),
	} {
		if got, ok := c.index(lang); !ok || got.Value-want > 1e-9 || want-got.Value > 1e-9 {
			t.Errorf("%s: %v, want %v", lang, got, want)
		}
	}
	if _, ok := c.index("vi"); ok {
		t.Error("an index for Vietnamese")
	}
	if none := measure("en", nil); none.SentenceLength() != 0 || none.WordLength() != 0 {
		t.Errorf("%+v", none)
	}
}
