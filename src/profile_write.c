/* A resolved profile as text: indented, without comments. */
#include "profile.h"

#include <string.h>

#include "oscal.h"
#include "xml.h"

/* Is NODE a line of text, whose blanks count? */
static int
is_line(const xmlNode *node)
{
	static const char *const names[] = {
		"p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "td", "th",
		"pre", "title", "label", "text", "choice", "value"
	};
	size_t i;

	for (i = 0; i < sizeof(names) / sizeof(*names); i++)
		if (oscal_is(node, names[i]))
			return 1;
	return 0;
}

static void
remove_comments(xmlNodePtr node)
{
	xmlNodePtr child, next;

	for (child = node->children; child != NULL; child = next) {
		next = child->next;
		if (child->type == XML_COMMENT_NODE ||
		    child->type == XML_PI_NODE)
			xml_remove(child);
		else if (child->type == XML_ELEMENT_NODE)
			remove_comments(child);
	}
}

/*
 * One blank for each run of blanks in the text NODE; where it stands right IN
 * the LINE, none at the beginning and the end of that.
 */
static void
collapse(xmlNodePtr node, int in_line)
{
	struct buf out = { 0 };
	const char *s;
	size_t n;

	for (s = (const char *)node->content; *s != '\0'; s += n) {
		n = strspn(s, " \t\r\n");
		if (n > 0 && (!in_line || ((node->prev != NULL ||
		    out.len > 0) && (node->next != NULL || s[n] != '\0'))))
			buf_putc(&out, ' ');
		s += n;
		n = strcspn(s, " \t\r\n");
		buf_add(&out, s, n);
	}
	xmlNodeSetContent(node, NULL);
	xmlNodeAddContentLen(node, BAD_CAST buf_str(&out), (int)out.len);
	buf_release(&out);
}

static void
collapse_all(xmlNodePtr line, int in_line)
{
	xmlNodePtr node, next;

	if (oscal_is(line, "pre") || oscal_is(line, "code"))
		return;
	for (node = line->children; node != NULL; node = next) {
		next = node->next;
		if (node->type == XML_TEXT_NODE)
			collapse(node, in_line);
		else if (node->type == XML_ELEMENT_NODE)
			collapse_all(node, 0);
	}
}

/* Does NODE hold elements only? What else is in it and blank is removed. */
static int
holds_elements(xmlNodePtr node)
{
	xmlNodePtr child, next;
	int elements = 0, texts = 0;

	for (child = node->children; child != NULL; child = child->next) {
		elements |= child->type == XML_ELEMENT_NODE;
		texts |= child->type != XML_ELEMENT_NODE &&
		    child->type != XML_COMMENT_NODE &&
		    child->type != XML_PI_NODE && !xmlIsBlankNode(child);
	}
	if (texts)
		return 0;
	for (child = node->children; child != NULL; child = next) {
		next = child->next;
		if (child->type != XML_ELEMENT_NODE)
			xml_remove(child);
	}
	return elements;
}

/* A line feed and blanks for DEPTH, before NEXT or at the end of PARENT. */
static void
add_break(xmlNodePtr parent, xmlNodePtr next, const char *blanks, int depth)
{
	xmlNodePtr text;

	text = xmlNewDocTextLen(parent->doc, BAD_CAST blanks, 1 + 2 *
	    (depth < OSCAL_DEPTH_MAX ? depth : OSCAL_DEPTH_MAX));
	if (next != NULL)
		xmlAddPrevSibling(next, text);
	else
		xmlAddChild(parent, text);
}

static void
indent(xmlNodePtr node, const char *blanks, int depth)
{
	xmlNodePtr child;

	if (is_line(node) || !holds_elements(node)) {
		remove_comments(node);
		if (is_line(node))
			collapse_all(node, 1);
		return;
	}
	for (child = node->children; child != NULL; child = child->next) {
		add_break(node, child, blanks, depth + 1);
		indent(child, blanks, depth + 1);
	}
	add_break(node, NULL, blanks, depth);
}

void
profile_write(struct profile *profile, struct buf *out)
{
	char blanks[2 + 2 * OSCAL_DEPTH_MAX];

	memset(blanks, ' ', sizeof(blanks));
	blanks[0] = '\n';
	indent(xmlDocGetRootElement(profile->doc), blanks, 0);
	xml_write(profile->doc, out);
}
