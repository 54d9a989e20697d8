/* OSCAL parameters: what is known of one as text. */
#include "oscal.h"

#include <stdlib.h>
#include <string.h>

#include "buf.h"
#include "mem.h"
#include "xml.h"

/* The values of PARAM with "; " between, "" where there are none. */
static char *
values_of(const xmlNode *param)
{
	struct buf out = { 0 };
	const xmlNode *value;
	char *text;

	for (value = oscal_first(param, "value"); value != NULL;
	    value = oscal_next(value, "value")) {
		text = xml_words(value);
		if (text[0] != '\0' && out.len > 0)
			buf_puts(&out, "; ");
		buf_puts(&out, text);
		free(text);
	}
	return buf_detach(&out);
}

/* The parameter ID, of which only its own values are known yet; or NULL. */
static struct oscal_param *
known(struct oscal *oscal, const char *id)
{
	struct oscal_param *param;
	const xmlNode *node;

	param = xmlHashLookup(oscal->params, BAD_CAST id);
	node = param != NULL ? NULL : oscal_find(oscal, id, "param");
	if (node == NULL)
		return param;
	param = mem_zalloc(sizeof(*param));
	param->text = values_of(node);
	param->has_value = param->text[0] != '\0';
	xmlHashAddEntry(oscal->params, BAD_CAST id, param);
	return param;
}

/*
 * The id of the parameter that NODE, a child of a parameter, says is one of
 * its parts; or NULL.  NIST writes a prop, others a link.
 */
static const char *
aggregated(const xmlNode *node)
{
	const char *word;

	word = xml_get(node, oscal_is(node, "prop") ? "name" : "rel");
	if (word == NULL || strcmp(word, "aggregates") != 0)
		return NULL;
	if (oscal_is(node, "prop"))
		return xml_get(node, "value");
	word = xml_get(node, "href");
	return word != NULL && word[0] == '#' ? word + 1 : NULL;
}

/* The values of the parameters that NODE, a parameter, aggregates, or "". */
static char *
aggregated_values(struct oscal *oscal, const xmlNode *node)
{
	struct buf out = { 0 };
	const struct oscal_param *part;
	const xmlNode *child;
	const char *id;

	for (child = xml_first(node, NULL); child != NULL;
	    child = xml_next(child, NULL)) {
		id = aggregated(child);
		part = id == NULL ? NULL : known(oscal, id);
		if (part == NULL || !part->has_value)
			continue;
		if (!oscal_count(oscal, node, strlen(part->text)))
			break;
		buf_puts(&out, out.len > 0 ? "; " : "");
		buf_puts(&out, part->text);
	}
	return buf_detach(&out);
}

/* "[label]", or "[id]" where there is no label. */
static char *
label_of(const xmlNode *param, const char *id)
{
	const xmlNode *node;
	char *label, *text;

	node = oscal_first(param, "label");
	label = node == NULL ? mem_strdup("") : xml_words(node);
	text = mem_printf("[%s]", label[0] == '\0' ? id : label);
	free(label);
	return text;
}

struct oscal_param *
oscal_param(struct oscal *oscal, const char *id)
{
	struct oscal_param *param;
	const xmlNode *node;

	param = known(oscal, id);
	if (param == NULL || param->done)
		return param;
	param->done = 1;
	if (param->has_value)
		return param;
	node = oscal_find(oscal, id, "param");
	free(param->text);
	param->text = aggregated_values(oscal, node);
	if (param->text[0] != '\0')
		return param;
	free(param->text);
	param->text = label_of(node, id);
	node = oscal_first(node, "select");
	if (oscal_first(node, "choice") != NULL)
		param->select = node;
	return param;
}

int
oscal_count(struct oscal *oscal, const xmlNode *node, size_t len)
{
	if (!oscal->large && oscal->rendered + len <= OSCAL_RENDERED_MAX) {
		oscal->rendered += len;
		return 1;
	}
	if (!oscal->large)
		oscal_say(oscal, DIAG_XML_LIMIT, node, "cannot write out all "
		    "parameters: together they give more than %d MiB",
		    OSCAL_RENDERED_MAX >> 20);
	oscal->large = 1;
	return 0;
}
