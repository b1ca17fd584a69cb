package report

import (
	"time"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/collect/export"
	"github.com/coalcheck/coalcheck/assess/score"
	"github.com/coalcheck/coalcheck/pitfalls"
	"github.com/coalcheck/coalcheck/render/doc"
)

// sentences is everything that reports say in one language, a sentence, a heading or a label a method. Another language
// is another implementation, which does not compile while one is missing. Titles and statements come from the catalogue
// and are passed in.
type sentences interface {
	commonSentences
	headingSentences
	firstPageSentences
	standOutSentences
	resultSentences
	planSentences
	comparisonSentences
	topicSentences
	slideSentences
	talkSentences
	planFileSentences
	collectedSentences
	checkedSentences
}

// commonSentences are those that several reports say.
type commonSentences interface {
	// lang returns the language, as in "en".
	lang() string
	// day returns a date as people read it.
	day(time.Time) string
	noName() string
	coalitionsTogether() string
	confidentialReport() string
	confidential() doc.Text
	onlyOneReport() doc.Text
	leftOut() doc.Text
	tensAreRough() doc.Text
	disclaimer() doc.Text

	// measure names what is measured of a topic, measured what was, such as "exposure 92".
	measure(pitfalls.Kind) string
	measured(k pitfalls.Kind, value doc.Text) doc.Text
	// at returns the band and the score of a topic, unscored why there is none.
	at(*score.Topic) doc.Text
	unscored(*score.Topic) string
	// coverage says how many answered of how many.
	coverage(fewest, most, of int) doc.Text
	fromTo(before, after doc.Text) doc.Text
}

// headingSentences say what a reader has to know first.
type headingSentences interface {
	coalitionCheck() string
	answeredBy(*score.Result, answers) doc.Text
	coalitionsDiffer() doc.Text
	tooFewForConfidential() doc.Text

	flat(rating assess.Rating, count, of int) doc.Text
	oneWay(high bool) doc.Text
	// clash names two statements that rarely go together, lookAgain their topics.
	clash(practice, sign quotedStatement, ask string) doc.Text
	lookAgain(practice, sign, ask string) doc.Text
	littleKnown(dontKnow, of int) doc.Text
	filesAlike(alike, files int) doc.Text
}

// firstPageSentences are those of the first page of a report, which are short.
type firstPageSentences interface {
	// oneAnswered and severalAnswered say in one line who answered, and what to do about it.
	oneAnswered(n answers, aMember bool) doc.Text
	severalAnswered(respondents int, c *score.Caution) doc.Text
	workOnFirst() string
	// bandThenShown is the band of a topic and its score, of a hundred where there is space to say so.
	bandThenShown(t *score.Topic, ofHundred bool) doc.Text
	// ratedOrMore says of how many of several how many gave a rating with this label or a higher one.
	ratedOrMore(statement, label string, n, of int) doc.Text
	firstHolds() doc.Text
	firstAmongThree(score.Likelihood) doc.Text
	manyAreLevel(steps int) doc.Text
	thisMonth() string
	inAll(minutes int) doc.Text
	minutesLong(int) doc.Text
	splitOn() string
	topicsAndMore(labels []string, more int) doc.Text
	inPlace() string
	noTrouble() string
	findOut() string
	findOutFirst() string
	findOutFrom(whom asked, labels []string) doc.Text
	topicsUnanswered(topics int) doc.Text
}

// standOutSentences say what stands out in a result, a sentence for each kind of result. Some end with the topic, as a heading
// does.
type standOutSentences interface {
	oneStandsOut(label string) doc.Text
	severalStandOut(labels []string) doc.Text
	showsMost(label string) doc.Text
	nothingStandsOut(level int) doc.Text
	allAlike() doc.Text
	muchUnknown() doc.Text
}

// resultSentences are those of the report on a result, but for its heading and its plan.
type resultSentences interface {
	band() string
	howItLooks() string
	measureRemark(pitfalls.Kind) string
	countRemark(onePerson bool) doc.Text
	howYouAnswered() string
	answersRemark() string
	// shown is the score alone, bandOf its band alone, outOf100 both.
	shown(*score.Topic) doc.Text
	bandOf(*score.Topic) doc.Text
	outOf100(*score.Topic) doc.Text
	isSplit() doc.Text
	answeredOf(coverage doc.Text) doc.Text

	seenDifferently() string
	standsApart(topics, respondents int) doc.Text
	twoViews(*score.TwoViews) doc.Text
	seenRemark() string
	sidesWithheld() doc.Text
	sideBand(score.Band) doc.Text
	leaders() string
	members() string
	sideMean(score.SideMean) doc.Text

	agenda(minutes int) string
	minutesHead() string
	what() string
	minutes(int) doc.Text
	readTogether() doc.Text
	talkAbout(label string, why doc.Text) doc.Text
	closeTalk() doc.Text
	anotherTime(labels []string) doc.Text

	notes() string
	howCounted() string
	formulas() doc.Text
	derivation(t *score.Topic, mean string) doc.Text
	rating(r assess.Rating, label string) doc.Text
	counts(q score.Question, mean string) doc.Text
	inTens() doc.Text
	tens(score.Question) doc.Text

	aboutReport() string
	orderOfSteps(Reader) doc.Text
	seeSources(Reader) doc.Text
	credits(*pitfalls.Catalogue) doc.Text
}

// planSentences are those of the plan.
type planSentences interface {
	tooLittleForPlan() doc.Text
	nothingApplies() doc.Text
	nothingScored() doc.Text
	calmSoFar() doc.Text
	calmWithout(nothing bool) doc.Text
	allCalm() doc.Text

	stepByStep() string
	fewerSteps(limit int) doc.Text
	showEachOther() doc.Text
	level(labels []string) doc.Text
	firstMakeRoom(label string) doc.Text
	onePerson() doc.Text
	askedAgain() doc.Text
	closeToNothing() doc.Text
	closeToMany(contenders int) doc.Text
	closeTo(labels []string) doc.Text
	amongFirst([]likely) doc.Text
	timesAmongFirst(among []timesAmongFirst, of int) doc.Text
	next() string
	later() string

	step(number int, label string) doc.Text
	remedies(strength float64) doc.Text
	noRemedyRated() doc.Text
	focus(named, of, respondents int) doc.Text
	checkRemedies() doc.Text
	talkFirst() doc.Text
	priority(score.PriorityTerms) doc.Text
	showsAs() string
	// rated says how one person rated a statement, ratedHigh how many of several chose one of the two highest labels, and
	// ratedOnAverage which label is nearest to their mean.
	rated(statement, label string) doc.Text
	ratedHigh(statement, high, highest string, n, of int) doc.Text
	ratedOnAverage(statement, label string) doc.Text
	take() string
	leanOn() string
	inDoubt() string
	topicsWithBands([]*score.Topic) doc.Text
	do() string
	// actionFrom says from which pill an action comes.
	actionFrom(label string) doc.Text
	doFirst() doc.Text
	eases() string
	inDays(int) string
	owner() string
	by() string

	whoDoesWhat() string
	stepHead() string
	action() string
	timeHead() string

	whatToFindOut() string
	// ask says whom to ask. It ends what tooFewRated and tooManyDontKnows say.
	ask(asked) string
	tooFewRated(rated, asked int, ask string) string
	tooManyDontKnows(dontKnows, answers int, ask string) string
	notAnswered(labels []string) doc.Text
	nothingAnswered(topics int) doc.Text
	answerThese(reader Reader, severalFiles bool) doc.Text
	worthBuilding() string
	worthRemark() string
	worth(t *score.Topic, do string) doc.Text
}

// comparisonSentences are those of what changed between two results.
type comparisonSentences interface {
	whatChanged() string
	before() string
	after() string
	severalCoalitions() string
	side(date doc.Text, respondents, files int) doc.Text
	twoCoalitions(before, after doc.Text) doc.Text
	coalitionsDifferBefore() doc.Text
	coalitionsDifferAfter() doc.Text
	cataloguesDiffer(before, after int) doc.Text
	languagesDiffer(before, after []string) doc.Text

	better() string
	worse() string
	topic() string
	value() string
	change() string
	answered() string
	lower(points string) doc.Text
	higher(points string) doc.Text
	nothingMoved() string
	nothingBetterOrWorse() doc.Text
	noSureChange() string
	movedByChance(topics int) doc.Text

	becameOfPlan() string
	doneOf(done, of, dropped int) doc.Text
	stepMoved(label string, became, values doc.Text) doc.Text
	stepNotCompared(label string, became doc.Text, because string) doc.Text
	stepBecame(label, became doc.Text) doc.Text
	stepOfNoPitfall(became doc.Text) doc.Text
	claimsNoCause() doc.Text

	firstSteps() string
	noPlanBefore() doc.Text
	noStepBefore() doc.Text
	firstStepMoved(label string, c score.Change, values, points, answered doc.Text) doc.Text
	firstStepNotCompared(label, because string) doc.Text

	newlySplit() string
	newlySplitRemark() string
	noLongerSplit() string
	noLongerSplitRemark() string
	steady() string
	chance() string
	topicAt(label string, value doc.Text) doc.Text
	topicsAt([]doc.Text) doc.Text
	noComparison() string
	notComparedBecause(r score.Reason, before, after *score.Topic) string
	holdsFor(labels []string, text string) doc.Text
	judged(several bool) doc.Text
	judgedInTens() doc.Text
}

// topicSentences are those about the topics of the catalogue and their questions.
type topicSentences interface {
	kind(pitfalls.Kind) string
	half(pitfalls.Kind) string
	allQuestions(assess.Depth) string
	// ratings returns the numbers of a scale with their words.
	ratings(labels []string) doc.Text
	statement() string
	dontKnow() string
	notApplicable() string
	answerThem() doc.Text

	allTopics() string
	moreAboutOne(id string) doc.Text
	onlyTitle() doc.Text
	// byItsAuthor says the title that a topic's author gave it, labeled our label for it.
	byItsAuthor(title string) doc.Text
	labeled(label string) doc.Text
	questions(pitfalls.Kind) string
	inQuickRun(overall string) doc.Text
	feeds() string
	because(title, because string) doc.Text
	treats() string
	treatedBy() string
	whatToDo() string
	// cited refers to sources by their numbers.
	cited(sources []int, adapted bool) doc.Text
	ourJudgement() doc.Text
	ourStep() doc.Text
	effort(string) doc.Text
	whenItWorks() string
	afterDays(days int, check string) doc.Text
	sources() string
	adapted() doc.Text
}

// slideSentences are those that people look at or listen to together.
type slideSentences interface {
	topicPlace(k pitfalls.Kind, n, of int) string
	statementPlace(topic string, n, of int) string
	// verdict and readOut say what counts come to, and readOut the counts as well. silent is what noAnswer says.
	verdict(q score.Question, silent string) doc.Text
	readOut(q score.Question, silent string, labels []string) string
	// noAnswer says how many people are in no count. In a room they may have come late or left.
	noAnswer(people int, room bool) string

	// shownVerdict and readOutShown say the same of a confidential group. instead says why there are no bars.
	shownVerdict(q score.Question) doc.Text
	readOutShown(q score.Question, instead string) string
	barName(score.Bar) string
	fewRated() string
	fiveOnEachSide() string
	barsLeftOut() string
	nothingShown() doc.Text
	topicsWithheld(labels []string) doc.Text
}

// talkSentences are those about what to talk about.
type talkSentences interface {
	nothingToSolve() doc.Text
	nothingRated() doc.Text
	nothingByFive() doc.Text
	// splitInto, splitIntoFive, sidesDiffer, agree and stepOfPlan say in a few words why to talk about a topic.
	splitInto(low, high int) doc.Text
	splitIntoFive() doc.Text
	sidesDiffer(score.SideDifference) doc.Text
	dots(n int) doc.Text
	agree(high, of int, labels []string) doc.Text
	stepOfPlan(rank int, t *score.Topic) doc.Text
	// prompts are two questions for a room, askAbout is what to ask about all topics with this reason.
	prompts(why score.Why, confidential bool) []doc.Text
	askAbout(why score.Why, confidential bool) doc.Text
}

// planFileSentences are those about a plan file: who does what by when.
type planFileSentences interface {
	asOf(day string) doc.Text
	answerAgain(day doc.Text) doc.Text
	manyOpen(open, most int) doc.Text
	nothingDecided() doc.Text
	lastTimesPlan() string
	openOf(open, of int) doc.Text
	late() string
	dueSoon(days int) string
	nobodyNamed() string
	done() string
	dropped() string
	open() string
	dueBy(day doc.Text) doc.Text
	doneOn(day doc.Text) doc.Text
	droppedOn(day doc.Text) doc.Text
	nobodyYet() doc.Text
	furtherActions() string
	leftOutOfPlan() doc.Text
	about() string
	note() string
	// ownersDiffer, daysDiffer, notesDiffer and statesDiffer say what somebody else and the reader have written for the same. What is
	// empty was taken away.
	ownersDiffer(theirs, mine string) string
	daysDiffer(theirs, mine string) string
	notesDiffer(theirs, mine string) string
	statesDiffer(theirs, mine outcome) string
	leftOutAndChanged() string
	// whoDoes and reviewEntry are seen in a calendar.
	whoDoes(owner, do string) string
	reviewEntry(coalition string) string
	// task, dueDate and status are heads of a table that other programs import.
	task() string
	dueDate() string
	status() string
}

// collectedSentences are those about answers that were collected.
type collectedSentences interface {
	collected() string
	cameFrom() string
	whatBecame() string
	collectedInAll(added, known, perhaps, refused int) doc.Text
	perhapsKnown(by doc.Text) doc.Text
	knownOtherwise(by doc.Text) doc.Text
	whatIsPerhapsKnown() doc.Text
	replaceFiles() doc.Text
	added(file doc.Text) doc.Text
	wouldBeAdded() doc.Text
	known(by doc.Text, row bool) doc.Text
	refused() doc.Text
	notWritten() doc.Text
	dryRun() doc.Text
	addAgain() doc.Text
	howRead() string
	columnLetter() string
	columnRead() string
	// statementsFound says how many columns are statements, and how many of them in nearly the same words. nearly says which.
	statementsFound(table doc.Text, found, near int) doc.Text
	nearly(column string, head doc.Text, statement string) doc.Text
	readAsStatement(id string, how export.How) doc.Text
	readAsNote(topic string) doc.Text
	readAsOther(use export.Use, head doc.Text) doc.Text
	statementsMissing(n int) doc.Text
	missing(id, statement string) doc.Text
	mappedWords() string
	mapped(word doc.Text, means string, cells int) doc.Text
	unfinished(rows int) doc.Text
	unanswered(rows int) doc.Text
	undated() doc.Text
	unknownWords() string
	unknownWord(word doc.Text, cells int) doc.Text
	moreUnknownWords(n int) doc.Text
	mapToStart() string
	saveMap() doc.Text
}

// checkedSentences are those about sheets of paper that were keyed again.
type checkedSentences interface {
	checked() string
	sheetFile() string
	checkedInAll(right, corrected, failed int) doc.Text
	right() doc.Text
	corrected(answers int) doc.Text
	notCorrected() doc.Text
}
