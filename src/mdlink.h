/* Addresses in Markdown: which may be links, and how XML can hold them. */
#ifndef ISMSDOC_MDLINK_H
#define ISMSDOC_MDLINK_H

#include "buf.h"

enum mdlink {
	MDLINK_OK,
	MDLINK_SCHEME,		/* has a scheme that is not allowed */
	MDLINK_BROKEN		/* cannot be read as an address */
};

/*
 * Judge HREF as a browser would read it: blanks before it and control
 * characters in it do not count, nor does case.  http, https and mailto are
 * allowed, and anything without a scheme.  What stands behind a mark
 * (mdpre.h) is not looked at.
 */
enum mdlink	 mdlink_judge(const char *href);

/*
 * Append HREF as an xsd:anyURI: without control characters and blanks before
 * it, and with "[", "]", a stray "%" and a second "#" escaped.
 */
void	 mdlink_clean(const char *href, struct buf *out);

#endif
