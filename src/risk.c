/* The risk method: what `risk:` of isms.yaml declares, read and checked. */
#include "risk.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "mem.h"


static const struct yml_key band_keys[] = {
	{ "name", YML_TEXT, YML_REQUIRED, NULL, NULL },
	{ "up-to", YML_ANY, 0, NULL, NULL },
	{ "accept", YML_TOKEN, 0, NULL, NULL },
	{ NULL, YML_ANY, 0, NULL, NULL }
};

static const struct yml_key band_key = {
	"bands", YML_KEYS, 0, NULL, band_keys
};

static const struct yml_key level_keys[] = {
	{ "value", YML_COUNT, 0, NULL, NULL },
	{ "word", YML_TEXT, 0, NULL, NULL },
	{ "up-to", YML_ANY, 0, NULL, NULL },
	{ "meaning", YML_TEXT, 0, NULL, NULL },
	{ NULL, YML_ANY, 0, NULL, NULL }
};

static const struct yml_key row_key = {
	"matrix", YML_TEXTS, 0, NULL, NULL
};

/* The scales have forms of their own: see read_scale. */
const struct yml_key risk_keys[] = {
	{ "method", YML_WORD, 0, "product|sum|max|matrix|given", NULL },
	{ "likelihood", YML_ANY, 0, NULL, NULL },
	{ "impact", YML_ANY, 0, NULL, NULL },
	{ "matrix", YML_SEQ_OF, 0, NULL, &row_key },
	{ "confidentiality", YML_BOOL, 0, NULL, NULL },
	{ "integrity", YML_BOOL, 0, NULL, NULL },
	{ "availability", YML_BOOL, 0, NULL, NULL },
	{ "bands", YML_SEQ_OF, 0, NULL, &band_key },
	{ "accept-up-to", YML_ANY, 0, NULL, NULL },
	{ "currency", YML_TEXT, 0, NULL, NULL },
	{ NULL, YML_ANY, 0, NULL, NULL }
};

static const char *const scale_names[] = { "likelihood", "impact" };

/* One run of reading. */
struct reading {
	struct risk	*risk;
	struct diag	*d;
};

static int
is_number(const char *s)
{
	return s[0] != '\0' && s[strspn(s, "0123456789")] == '\0';
}

static int
read_amount(struct reading *r, struct amount *amount, const struct yml *item)
{
	return amount_read(amount, yml_get(item, "up-to"), r->risk->currency,
	    r->d);
}

/* ---- Scales ---- */

static int
scale_fault(struct reading *r, const struct yml *node, const char *name)
{
	return diag_add(r->d, node->kind == YML_SCALAR ? DIAG_VALUE :
	    DIAG_VALUE_KIND, &node->at, "\"%s\" must be the number of levels, "
	    "2 to %d, or a list of them, the lowest first, as words or as "
	    "{ value: 1, word: rare, up-to: 0.1 }", name, RISK_LEVELS_MAX);
}

/* A level that is a mapping. */
static int
read_mapping(struct reading *r, struct risk_level *level,
    const struct yml *item)
{
	const char *value;

	if (yml_check(item, level_keys, r->d) == -1)
		return -1;
	value = yml_text(item, "value");
	if (value != NULL)
		level->value = (int)strtol(value, NULL, 10);
	level->word = yml_text(item, "word");
	level->meaning = yml_text(item, "meaning");
	return read_amount(r, &level->up_to, item);
}

/* One level, unless it says otherwise one above the last. */
static int
read_level(struct reading *r, struct risk_scale *scale, const char *name,
    const struct yml *item)
{
	struct risk_level *level;
	int last, rc = 0;

	last = scale->n == 0 ? 0 : scale->levels[scale->n - 1].value;
	level = &scale->levels[scale->n++];
	memset(level, 0, sizeof(*level));
	level->value = last + 1;
	if (item->kind == YML_MAP)
		rc = read_mapping(r, level, item);
	else if (item->kind == YML_SEQ || item->text[0] == '\0')
		return diag_add(r->d, DIAG_VALUE_KIND, &item->at, "each item "
		    "of \"%s\" must be a word, or a mapping, as { value: 1, "
		    "word: rare, up-to: 0.1 }", name);
	else if (is_number(item->text) && strlen(item->text) < 5)
		level->value = (int)strtol(item->text, NULL, 10);
	else
		level->word = item->text;
	if (rc == 0 && (level->value <= last || level->value >
	    RISK_VALUE_MAX))
		rc = diag_add(r->d, DIAG_VALUE, &item->at, "the values of "
		    "\"%s\" must rise from one level to the next, from 1 at "
		    "least to %d at most", name, RISK_VALUE_MAX);
	return rc;
}

/* A word stands for one level, and no number does. */
static int
check_word(struct reading *r, const struct risk_scale *scale,
    const char *name, const struct yml *item)
{
	const struct risk_level *level;
	size_t i;

	level = &scale->levels[scale->n - 1];
	if (level->word == NULL)
		return 0;
	if (is_number(level->word))
		return diag_add(r->d, DIAG_VALUE, &item->at, "\"%.60s\" is no "
		    "word; a level's number is its \"value\"", level->word);
	for (i = 0; i + 1 < scale->n; i++)
		if (scale->levels[i].word != NULL &&
		    strcasecmp(scale->levels[i].word, level->word) == 0)
			return diag_add(r->d, DIAG_VALUE, &item->at, "two "
			    "levels of \"%s\" are called \"%.60s\"; give each "
			    "a word of its own", name, level->word);
	return 0;
}

/*
 * Limits rise, are of one unit, and only the last item may lack one: LIMIT is
 * that of ITEM in the list NAME, BEFORE that of the item before it.
 */
static int
check_rise(struct reading *r, const struct amount *before,
    const struct amount *limit, const char *name,
    const struct yml *item)
{
	if (before->text[0] == '\0' && limit->text[0] == '\0')
		return 0;
	if (before->text[0] == '\0' || (limit->text[0] == '\0' &&
	    item->next != NULL))
		return diag_add(r->d, DIAG_VALUE, &item->at, "where an item "
		    "of \"%s\" has an \"up-to\", each but the last needs one",
		    name);
	if (limit->text[0] == '\0')
		return 0;
	if (limit->is_percent != before->is_percent)
		return diag_add(r->d, DIAG_VALUE, &item->at, "\"up-to\" is a "
		    "percentage in each item of \"%s\", or in none", name);
	if (limit->number <= before->number)
		return diag_add(r->d, DIAG_VALUE, &item->at, "\"up-to\" must "
		    "rise from one item of \"%s\" to the next: %s does not "
		    "exceed %s", name, limit->text, before->text);
	return 0;
}

static int
read_levels(struct reading *r, struct risk_scale *scale, const char *name,
    const struct yml *node)
{
	const struct yml *item;
	struct risk_level *level;
	int rc = 0;

	for (item = node->first; item != NULL; item = item->next) {
		if (scale->n == RISK_LEVELS_MAX)
			return scale_fault(r, node, name);
		if (read_level(r, scale, name, item) == -1 ||
		    check_word(r, scale, name, item) == -1)
			rc = -1;
		level = &scale->levels[scale->n - 1];
		if (scale->n > 1 && check_rise(r, &level[-1].up_to,
		    &level->up_to, name, item) == -1)
			rc = -1;
	}
	return scale->n < 2 ? scale_fault(r, node, name) : rc;
}

static int
read_scale(struct reading *r, int which)
{
	struct risk_scale *scale = &r->risk->scales[which];
	const char *name = scale_names[which];
	const struct yml *node;
	long n, i;

	node = yml_get(r->risk->yml, name);
	if (node == NULL)
		return 0;
	if (node->kind == YML_SEQ)
		return read_levels(r, scale, name, node);
	n = node->kind == YML_SCALAR && is_number(node->text) &&
	    strlen(node->text) < 5 ? strtol(node->text, NULL, 10) : 0;
	if (n < 2 || n > RISK_LEVELS_MAX)
		return scale_fault(r, node, name);
	for (i = 0; i < n; i++)
		scale->levels[i].value = (int)i + 1;
	scale->n = (size_t)n;
	return 0;
}

/* ---- Bands ---- */

static const struct risk_band *
find_band(const struct risk *risk, const char *name)
{
	size_t i;

	for (i = 0; i < risk->nbands; i++)
		if (risk->bands[i].name != NULL &&
		    strcasecmp(risk->bands[i].name, name) == 0)
			return &risk->bands[i];
	return NULL;
}

/* The band after those that have been read. */
static int
read_band(struct reading *r, const struct yml *item)
{
	struct risk *risk = r->risk;
	struct risk_band *band;
	const char *name;

	name = yml_text(item, "name");
	if (name == NULL)	/* has been said */
		return -1;
	if (risk->nbands == RISK_BANDS_MAX)
		return diag_add(r->d, DIAG_VALUE, &item->at, "there may be "
		    "%d bands at most", RISK_BANDS_MAX);
	if (is_number(name) || find_band(risk, name) != NULL)
		return diag_add(r->d, DIAG_VALUE, &item->at, "each band needs "
		    "a name of its own that is no number, not \"%.60s\"",
		    name);
	band = &risk->bands[risk->nbands++];
	band->name = name;
	band->accept = yml_get(item, "accept");
	if (read_amount(r, &band->up_to, item) == -1)
		return -1;
	return risk->nbands == 1 ? 0 : check_rise(r, &band[-1].up_to,
	    &band->up_to, "bands", item);
}

/* Are levels names of bands, and not numbers? */
static int
in_words(const struct risk *risk)
{
	return risk->nbands > 0 && risk->bands[0].up_to.text[0] == '\0';
}

/* The highest level that the method computes; 0: no telling. */
static double
highest(const struct risk *risk)
{
	const struct risk_scale *l = &risk->scales[RISK_LIKELIHOOD];
	const struct risk_scale *i = &risk->scales[RISK_IMPACT];
	double a, b;

	if (l->n == 0 || i->n == 0)
		return 0;
	a = l->levels[l->n - 1].value;
	b = i->levels[i->n - 1].value;
	if (strcmp(risk->method, "product") == 0)
		return a * b;
	if (strcmp(risk->method, "sum") == 0)
		return a + b;
	return strcmp(risk->method, "max") != 0 ? 0 : a > b ? a : b;
}

static int
read_bands(struct reading *r)
{
	const struct risk *risk = r->risk;
	const struct risk_band *last;
	const struct yml *list, *item;
	int rc = 0;

	list = yml_get(risk->yml, "bands");
	if (list == NULL || list->kind != YML_SEQ)
		return 0;
	for (item = list->first; item != NULL; item = item->next)
		if (item->kind == YML_MAP && read_band(r, item) == -1)
			rc = -1;
	if (rc == -1 || risk->nbands == 0)
		return rc;
	if (in_words(risk) && strcmp(risk->method, "given") != 0 &&
	    strcmp(risk->method, "matrix") != 0)
		return diag_add(r->d, DIAG_VALUE, &list->at, "the method "
		    "\"%s\" gives numbers, so that each band but the last "
		    "needs an \"up-to\"", risk->method);
	last = &risk->bands[risk->nbands - 1];
	if (last->up_to.text[0] != '\0' && last->up_to.number <
	    highest(risk))
		return diag_add(r->d, DIAG_VALUE, &list->at, "the bands end "
		    "at %s, but levels go up to %.0f; leave out the last "
		    "\"up-to\", or raise it", last->up_to.text,
		    highest(risk));
	return 0;
}

/* ---- The matrix, and what is accepted ---- */

/* NODE should be the name of a band. */
static int
no_band(struct reading *r, const struct yml *node)
{
	struct strs names = { 0 };
	const char *near;
	size_t i;

	for (i = 0; i < r->risk->nbands; i++)
		strs_add(&names, r->risk->bands[i].name);
	near = node->kind == YML_SCALAR ? strs_nearest(&names, node->text) :
	    NULL;
	diag_add(r->d, DIAG_VALUE, &node->at, "levels are named here: write "
	    "the name of a band%s%s%s", near == NULL ? "" :
	    " (did you mean \"", near == NULL ? "" : near, near == NULL ? "" :
	    "\"?)");
	strs_release(&names);
	return -1;
}

static int
check_entry(struct reading *r, const struct yml *entry)
{
	const struct risk *risk = r->risk;
	const struct risk_band *last;

	if (entry->kind != YML_SCALAR)
		return 0;
	if (in_words(risk))
		return find_band(risk, entry->text) != NULL ? 0 :
		    no_band(r, entry);
	if (!is_number(entry->text) || strlen(entry->text) > 6)
		return diag_add(r->d, DIAG_VALUE, &entry->at, "\"%.60s\" is "
		    "no whole number; for levels in words declare \"bands\" "
		    "without \"up-to\"", entry->text);
	last = risk->nbands == 0 ? NULL : &risk->bands[risk->nbands - 1];
	if (last != NULL && last->up_to.text[0] != '\0' &&
	    strtod(entry->text, NULL) > last->up_to.number)
		return diag_add(r->d, DIAG_VALUE, &entry->at, "%s is above "
		    "the last band, which ends at %s", entry->text,
		    last->up_to.text);
	return 0;
}

static size_t
count(const struct yml *node)
{
	size_t n = 0;

	for (node = node->first; node != NULL; node = node->next)
		n++;
	return n;
}

/* A row for each likelihood, in each a level for each impact. */
static int
check_matrix(struct reading *r)
{
	const struct risk_scale *scales = r->risk->scales;
	const struct yml *matrix, *row, *entry;
	int rc = 0;

	matrix = yml_get(r->risk->yml, "matrix");
	if (strcmp(r->risk->method, "matrix") != 0)
		return matrix == NULL ? 0 : diag_add(r->d, DIAG_VALUE,
		    &matrix->at, "a \"matrix\" is used by \"method: matrix\" "
		    "alone; set that, or remove it");
	if (matrix == NULL || scales[0].n == 0 || scales[1].n == 0)
		return diag_add(r->d, DIAG_KEY_MISSING, &r->risk->yml->at,
		    "\"method: matrix\" needs \"likelihood\", \"impact\" and "
		    "\"matrix\"");
	if (count(matrix) != scales[RISK_LIKELIHOOD].n)
		return diag_add(r->d, DIAG_VALUE, &matrix->at, "\"matrix\" "
		    "has %zu rows; it needs one for each of the %zu levels "
		    "of \"likelihood\", the lowest first", count(matrix),
		    scales[RISK_LIKELIHOOD].n);
	for (row = matrix->first; row != NULL; row = row->next) {
		if (row->kind != YML_SEQ || count(row) !=
		    scales[RISK_IMPACT].n)
			rc = diag_add(r->d, DIAG_VALUE, &row->at, "each row "
			    "of \"matrix\" needs a level for each of the %zu "
			    "levels of \"impact\", the lowest first",
			    scales[RISK_IMPACT].n);
		for (entry = row->first; entry != NULL; entry = entry->next)
			if (check_entry(r, entry) == -1)
				rc = -1;
	}
	return rc;
}

static int
read_accept(struct reading *r)
{
	const struct yml *node;
	const struct risk_band *band;

	node = yml_get(r->risk->yml, "accept-up-to");
	band = node == NULL || node->kind != YML_SCALAR ? NULL :
	    find_band(r->risk, node->text);
	if (band != NULL) {
		r->risk->accept_band = band->name;
		return 0;
	}
	if (node != NULL && in_words(r->risk))
		return no_band(r, node);
	return amount_read(&r->risk->accept, node, r->risk->currency, r->d);
}

static int
read_currency(struct reading *r)
{
	const struct yml *node;

	node = yml_get(r->risk->yml, "currency");
	if (node == NULL || node->kind != YML_SCALAR)
		return 0;
	if (strlen(node->text) > 8 || strpbrk(node->text, " 0123456789.,%") !=
	    NULL)
		return diag_add(r->d, DIAG_VALUE, &node->at, "\"currency\" "
		    "must be a short name such as EUR, not \"%.60s\"",
		    node->text);
	r->risk->currency = node->text;
	return 0;
}

int
risk_read(struct risk *risk, const struct yml *yml, struct diag *d)
{
	struct reading r;
	const char *method;
	size_t before;

	memset(risk, 0, sizeof(*risk));
	if (yml == NULL || yml->kind != YML_MAP)
		return 0;
	r.risk = risk;
	r.d = d;
	before = d->nerrors + d->nfatal;
	risk->yml = yml;
	method = yml_text(yml, "method");
	risk->method = method == NULL ? "product" : method;
	read_currency(&r);
	read_scale(&r, RISK_LIKELIHOOD);
	read_scale(&r, RISK_IMPACT);
	/* What hangs together is not looked at where a part is wrong. */
	if (d->nerrors + d->nfatal == before && read_bands(&r) == 0) {
		check_matrix(&r);
		read_accept(&r);
	}
	return d->nerrors + d->nfatal > before ? -1 : 0;
}
