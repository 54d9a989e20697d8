/* What a block of cmark's is to us: rule, task, caption, table, figure. */
#include "mdkind.h"

#include <string.h>

/* Take the text S into account: blanks, comments, and at most one hole. */
static enum mdcontent
text_content(const struct mdpre *pre, const char *s, enum mdcontent so_far,
    size_t *hole)
{
	size_t i, n, len, index;

	len = strlen(s);
	for (i = 0; i < len; i += n) {
		n = 1;
		if (strchr(" \t\n", s[i]) != NULL)
			continue;
		n = mdpre_mark(s + i, len - i, MDMARK_HOLE, &index);
		if (n == 0 || index >= pre->nholes ||
		    (pre->holes[index].kind != MDHOLE_COMMENT &&
		    (pre->holes[index].kind != MDHOLE_DIRECTIVE ||
		    so_far != MDCONTENT_NONE)))
			return MDCONTENT_OTHER;
		if (pre->holes[index].kind == MDHOLE_DIRECTIVE) {
			so_far = MDCONTENT_HOLE;
			*hole = index;
		}
	}
	return so_far;
}

enum mdcontent
mdkind_content(const struct mdpre *pre, cmark_node *node, size_t *hole,
    cmark_node **image)
{
	enum mdcontent content = MDCONTENT_NONE;
	cmark_node *child;

	child = cmark_node_first_child(node);
	for (; child != NULL && content != MDCONTENT_OTHER;
	    child = cmark_node_next(child)) {
		switch (cmark_node_get_type(child)) {
		case CMARK_NODE_TEXT:
			content = text_content(pre,
			    cmark_node_get_literal(child), content, hole);
			break;
		case CMARK_NODE_SOFTBREAK:
			break;
		case CMARK_NODE_IMAGE:
			*image = child;
			content = content == MDCONTENT_NONE ?
			    MDCONTENT_IMAGE : MDCONTENT_OTHER;
			break;
		default:
			content = MDCONTENT_OTHER;
			break;
		}
	}
	return content;
}

/* Is S a rule's id: parts of capitals and digits, the last a number? */
static int
is_rule_id(const char *s)
{
	static const char digits[] = "0123456789";
	size_t n;

	if (!(*s >= 'A' && *s <= 'Z'))
		return 0;
	for (;;) {
		n = strspn(s, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");
		if (n == 0 || s[n] != '-')
			return 0;
		s += n + 1;
		if (*s != '\0' && s[strspn(s, digits)] == '\0')
			return 1;
	}
}

const char *
mdkind_rule(cmark_node *node)
{
	cmark_node *strong, *text;
	const char *id;

	strong = cmark_node_first_child(node);
	if (cmark_node_get_type(strong) != CMARK_NODE_STRONG)
		return NULL;
	text = cmark_node_first_child(strong);
	if (cmark_node_get_type(text) != CMARK_NODE_TEXT ||
	    cmark_node_next(text) != NULL)
		return NULL;
	id = cmark_node_get_literal(text);
	return is_rule_id(id) ? id : NULL;
}

char
mdkind_task(const struct mddoc *doc, cmark_node *item)
{
	cmark_node *para;
	const char *s;

	para = cmark_node_first_child(item);
	if (cmark_node_get_type(para) != CMARK_NODE_PARAGRAPH)
		return '\0';
	s = doc->pre.text.data + mddoc_offset(doc, para);
	if (s[0] != '[' || s[1] == '\0' || strchr(" xX", s[1]) == NULL ||
	    s[2] != ']' || strchr(" \t\n", s[3]) == NULL)
		return '\0';
	return s[1] == ' ' ? ' ' : 'x';
}

const struct table *
mdkind_table(const struct mddoc *doc, cmark_node *node)
{
	cmark_node *text;
	const char *s;
	size_t index;

	text = cmark_node_first_child(node);
	if (cmark_node_get_type(node) != CMARK_NODE_HEADING ||
	    cmark_node_get_type(text) != CMARK_NODE_TEXT)
		return NULL;
	s = cmark_node_get_literal(text);
	return mdpre_mark(s, strlen(s), MDMARK_TABLE, &index) > 0 &&
	    index < doc->tables.n ? &doc->tables.v[index] : NULL;
}

size_t
mdkind_caption(cmark_node *node)
{
	cmark_node *text;
	const char *s;
	size_t n;

	text = cmark_node_first_child(node);
	if (cmark_node_get_type(node) != CMARK_NODE_PARAGRAPH ||
	    cmark_node_get_type(text) != CMARK_NODE_TEXT)
		return 0;
	s = cmark_node_get_literal(text);
	n = strncmp(s, "Table: ", 7) == 0 ? 7 :
	    strncmp(s, ": ", 2) == 0 ? 2 : 0;
	return n == 0 || (s[n] == '\0' && cmark_node_next(text) == NULL) ?
	    0 : n;
}
