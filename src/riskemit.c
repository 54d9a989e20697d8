/* The risk method as i:risk-method. */
#include "risk.h"

#include <string.h>

#include "xml.h"

/* How levels are written: as names of bands, as numbers or as money. */
static const char *
kind_of_levels(const struct risk *risk)
{
	size_t i;

	if (risk->nbands > 0 && risk->bands[0].up_to.text[0] == '\0')
		return "words";
	for (i = 0; i < risk->nbands; i++)
		if (risk->bands[i].up_to.is_money)
			return "money";
	return risk->accept.is_money ? "money" : "numbers";
}

/* What a level of a scale is measured in, where it has a limit. */
static const char *
unit_of(const struct amount *limit)
{
	if (limit->text[0] == '\0')
		return NULL;
	return limit->is_money ? "money" : limit->is_percent ? "percent" :
	    "number";
}

static void
emit_scale(xmlNodePtr method, const char *name,
    const struct risk_scale *scale)
{
	const struct risk_level *level;
	xmlNodePtr node;
	size_t i;

	if (scale->n > 0)
		xml_setf(method, name, "%zu", scale->n);
	for (i = 0; i < scale->n; i++) {
		level = &scale->levels[i];
		node = xml_add_text(method, "i:level", level->word == NULL ?
		    "" : level->word);
		xml_set(node, "scale", name);
		xml_setf(node, "value", "%d", level->value);
		if (level->up_to.text[0] != '\0')
			xml_set(node, "up-to", level->up_to.text);
		xml_set(node, "unit", unit_of(&level->up_to));
		xml_set(node, "meaning", level->meaning);
	}
}

/* A level for each pair of a likelihood and an impact. */
static void
emit_matrix(xmlNodePtr method, const struct risk *risk)
{
	const struct yml *row, *entry;
	const struct risk_scale *l, *i;
	size_t y, x;
	xmlNodePtr node;

	row = yml_get(risk->yml, "matrix");
	if (row == NULL || strcmp(risk->method, "matrix") != 0)
		return;
	l = &risk->scales[RISK_LIKELIHOOD];
	i = &risk->scales[RISK_IMPACT];
	row = row->first;
	for (y = 0; row != NULL && y < l->n; y++, row = row->next) {
		entry = row->first;
		for (x = 0; entry != NULL && x < i->n; x++,
		    entry = entry->next) {
			node = xml_add(method, "i:outcome");
			xml_setf(node, "likelihood", "%d",
			    l->levels[y].value);
			xml_setf(node, "impact", "%d", i->levels[x].value);
			xml_set(node, "level", entry->text);
		}
	}
}

static void
emit_bands(xmlNodePtr method, const struct risk *risk)
{
	const struct risk_band *band;
	xmlNodePtr node;
	size_t i;

	for (i = 0; i < risk->nbands; i++) {
		band = &risk->bands[i];
		node = xml_add(method, "i:band");
		xml_set(node, "name", band->name);
		if (band->up_to.text[0] != '\0')
			xml_set(node, "up-to", band->up_to.text);
		if (band->accept != NULL)
			xml_set(node, "accept", band->accept->text);
	}
}

xmlNodePtr
risk_emit(const struct risk *risk, xmlNodePtr parent)
{
	static const char *const properties[] = {
		"confidentiality", "integrity", "availability"
	};
	const char *said;
	xmlNodePtr method;
	size_t i;

	if (risk->yml == NULL)
		return NULL;
	method = xml_add(parent, "i:risk-method");
	xml_set(method, "method", risk->method);
	xml_set(method, "levels", kind_of_levels(risk));
	if (risk->accept_band != NULL)
		xml_set(method, "accept-up-to", risk->accept_band);
	else if (risk->accept.text[0] != '\0')
		xml_set(method, "accept-up-to", risk->accept.text);
	xml_set(method, "currency", risk->currency);
	for (i = 0; i < 3; i++) {
		said = yml_text(risk->yml, properties[i]);
		if (said != NULL && strcmp(said, "true") == 0)
			xml_set(method, properties[i], "true");
	}
	emit_scale(method, "likelihood", &risk->scales[RISK_LIKELIHOOD]);
	emit_scale(method, "impact", &risk->scales[RISK_IMPACT]);
	emit_matrix(method, risk);
	emit_bands(method, risk);
	return method;
}
