/* Addresses in Markdown: which may be links, and how XML can hold them. */
#include "mdlink.h"

#include <ctype.h>
#include <libxml/uri.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "markdown.h"
#include "mem.h"

static int
is_control(char c)
{
	return (unsigned char)c < 0x20 || c == 0x7F;
}

/* Is there a scheme, and one that is not allowed? */
static int
has_bad_scheme(const char *href)
{
	static const char *const allowed[] = { "http", "https", "mailto" };
	char scheme[8];
	size_t i, len = 0;

	while (*href == ' ' || (*href != '\0' && is_control(*href)))
		href++;
	/* 0xEE begins a mark. */
	for (; *href != ':'; href++) {
		if (*href == '\0' || strchr("/?#\\", *href) != NULL ||
		    (unsigned char)*href == 0xEE)
			return 0;
		if (!is_control(*href) && len < sizeof(scheme))
			scheme[len++] = *href;
	}
	for (i = 0; i < sizeof(allowed) / sizeof(*allowed); i++)
		if (strlen(allowed[i]) == len &&
		    strncasecmp(allowed[i], scheme, len) == 0)
			return 0;
	return 1;
}

/* Can libxml2's schema validators read HREF?  They look at it like this. */
static int
is_uri(const char *href)
{
	struct buf copy = { 0 };
	xmlURIPtr uri;

	for (; *href != '\0'; href++)
		buf_putc(&copy, (unsigned char)*href <= 0x20 ||
		    (unsigned char)*href >= 0x7F ||
		    strchr("<>\"{}|\\^`", *href) != NULL ? '_' : *href);
	uri = xmlParseURI(buf_str(&copy));
	buf_release(&copy);
	xmlFreeURI(uri);
	return uri != NULL;
}

enum mdlink
mdlink_judge(const char *href)
{
	struct buf clean = { 0 };
	enum mdlink judgement = MDLINK_OK;

	if (has_bad_scheme(href))
		return MDLINK_SCHEME;
	mdlink_clean(href, &clean);
	if (clean.len > 0 && strchr(href, '\xEE') == NULL &&
	    !is_uri(buf_str(&clean)))
		judgement = MDLINK_BROKEN;
	buf_release(&clean);
	return judgement;
}

void
mdlink_clean(const char *href, struct buf *out)
{
	int fragment = 0;

	href += strspn(href, " ");
	for (; *href != '\0'; href++) {
		if (is_control(*href))
			continue;
		if (*href == '[' || *href == ']' ||
		    (*href == '#' && fragment) || (*href == '%' &&
		    !(isxdigit((unsigned char)href[1]) &&
		    isxdigit((unsigned char)href[2]))))
			buf_printf(out, "%%%02X", (unsigned char)*href);
		else
			buf_putc(out, *href);
		fragment |= *href == '#';
	}
}

int
markdown_link_ok(const char *href)
{
	return mdlink_judge(href) == MDLINK_OK;
}
