/* Profile resolution: metadata and identity of the catalogue that is made. */
#include "resolve.h"

#include <libxml/uri.h>

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "oscal.h"
#include "xml.h"

#define TOOL		"ismsdoc"
#define OSCAL_VERSION	"1.2.2"		/* the latest one known here */

/*
 * Versions and instants.
 */

/* One that can be compared: numbers, the weightiest first, then text. */
struct rank {
	long long	 v[3];
	const char	*rest;		/* digits of a fraction */
};

/* "1.1.2", "v1.0.0-rc2": its three numbers. 0, or -1 where it has none. */
static int
rank_version(const char *s, struct rank *rank)
{
	char *end;
	size_t i;

	memset(rank, 0, sizeof(*rank));
	rank->rest = "";
	s += *s == 'v';
	if (!isdigit((unsigned char)*s))
		return -1;
	for (i = 0; i < 3 && isdigit((unsigned char)*s); i++) {
		rank->v[i] = strtoll(s, &end, 10);
		s = *end == '.' ? end + 1 : end;
	}
	return 0;
}

/* Days from 1 March of the year 0 to a day of the Gregorian calendar. */
static long long
days(int year, int month, int day)
{
	long long y, m;

	y = month < 3 ? year - 1 : year;
	m = month < 3 ? month + 9 : month - 3;
	return 365 * y + y / 4 - y / 100 + y / 400 + (153 * m + 2) / 5 + day;
}

/* "2024-02-13T17:43:56.81-04:00": seconds in UTC and the fraction. */
static int
rank_instant(const char *s, struct rank *rank)
{
	int year, month, day, hour, minute, second, n = 0;
	int zone_hour, zone_minute;
	char sign;

	memset(rank, 0, sizeof(*rank));
	rank->rest = "";
	if (sscanf(s, "%4d-%2d-%2dT%2d:%2d:%2d%n", &year, &month, &day,
	    &hour, &minute, &second, &n) != 6 || year < 0 || month < 1 ||
	    month > 12)
		return -1;
	rank->v[0] = ((days(year, month, day) * 24 + hour) * 60 + minute) *
	    60 + second;
	s += n;
	if (*s == '.') {
		rank->rest = ++s;
		s += strspn(s, "0123456789");
	}
	if (sscanf(s, "%c%2d:%2d", &sign, &zone_hour, &zone_minute) == 3)
		rank->v[0] += (sign == '-' ? 60 : -60) *
		    (zone_hour * 60 + zone_minute);
	return 0;
}

/* Fractions as digits that "0" may follow. */
static int
compare_digits(const char *a, const char *b)
{
	int x, y;

	do {
		x = isdigit((unsigned char)*a) ? *a++ : '0';
		y = isdigit((unsigned char)*b) ? *b++ : '0';
	} while (x == y && (isdigit((unsigned char)*a) ||
	    isdigit((unsigned char)*b)));
	return x - y;
}

static int
is_later(const char *a, const char *b, const char *element)
{
	struct rank x, y;
	size_t i;
	int rc;

	if (strcmp(element, "oscal-version") == 0)
		rc = rank_version(a, &x) == -1 ? 0 :
		    rank_version(b, &y) == -1 ? 1 : 2;
	else
		rc = rank_instant(a, &x) == -1 ? 0 :
		    rank_instant(b, &y) == -1 ? 1 : 2;
	if (rc < 2)
		return rc;
	for (i = 0; i < 3; i++)
		if (x.v[i] != y.v[i])
			return x.v[i] > y.v[i];
	return compare_digits(x.rest, y.rest) > 0;
}

void
meta_later(char **latest, const xmlNode *metadata, const char *element)
{
	const xmlNode *node;
	char *text;

	node = oscal_first(metadata, element);
	if (node == NULL)
		return;
	text = xml_words(node);
	if (*latest == NULL || is_later(text, *latest, element)) {
		free(*latest);
		*latest = text;
	} else {
		free(text);
	}
}

/*
 * Metadata.
 */

/* Set the text of the child NAME of METADATA, which is added if need be. */
static void
set_text(struct job *job, xmlNodePtr metadata, const char *name,
    const char *text)
{
	xmlNodePtr node;

	node = job_first(metadata, name);
	if (node == NULL) {
		node = xmlNewDocNode(job->doc, job->ns, BAD_CAST name, NULL);
		xmlAddChild(metadata, node);
	}
	xmlNodeSetContent(node, NULL);
	xml_text(node, text, strlen(text));
}

static void
add_prop(struct job *job, xmlNodePtr metadata)
{
	xmlNodePtr node;

	node = xmlNewDocNode(job->doc, job->ns, BAD_CAST "prop", NULL);
	xmlAddChild(metadata, node);
	xml_set(node, "name", "resolution-tool");
	xml_set(node, "value", TOOL);
}

/*
 * The profile's file by its name alone, so that the result does not depend on
 * where it lies; but one that ships by its address.
 */
static void
add_link(struct job *job, xmlNodePtr metadata)
{
	xmlNodePtr node;
	xmlChar *href;
	int ships;

	ships = strncmp(job->path, PATH_SHIPPED, strlen(PATH_SHIPPED)) == 0;
	href = xmlURIEscapeStr(BAD_CAST (ships ? job->path :
	    path_base(job->path)), BAD_CAST (ships ? ":/" : ""));
	node = xmlNewDocNode(job->doc, job->ns, BAD_CAST "link", NULL);
	xmlAddChild(metadata, node);
	xml_set(node, "href", href == NULL ? "" : (const char *)href);
	xml_set(node, "rel", "source-profile");
	xmlFree(href);
}

/* Has METADATA a child of NODE's name with the same id? */
static int
has_same(xmlNodePtr metadata, const xmlNode *node, const char *attr)
{
	xmlNodePtr other;
	const char *id, *its;

	id = xml_get(node, attr);
	other = job_first(metadata, (const char *)node->name);
	for (; other != NULL; other = job_next(other,
	    (const char *)node->name)) {
		its = xml_get(other, attr);
		if (id != NULL && its != NULL && strcmp(id, its) == 0)
			return 1;
	}
	return 0;
}

/* Roles and parties of what is imported that say "keep always". */
static void
keep_people(struct job *job, xmlNodePtr metadata, const xmlNode *from)
{
	const xmlNode *node;
	int is_role;

	for (node = xml_first(from, NULL); node != NULL;
	    node = xml_next(node, NULL)) {
		is_role = oscal_is(node, "role");
		if ((is_role || oscal_is(node, "party")) &&
		    job_work(job, job->profile, RUN_NODE_WORK) &&
		    job_keeps(node) && !has_same(metadata, node,
		    is_role ? "id" : "uuid"))
			job_copy(job, node, metadata, NULL, NULL);
	}
}

void
meta_make(struct job *job)
{
	const xmlNode *from;
	xmlNodePtr metadata;
	const char *version;
	size_t i;

	from = oscal_first(job->profile, "metadata");
	metadata = from == NULL ? NULL : job_copy(job, from, NULL, NULL,
	    NULL);
	if (metadata == NULL)
		metadata = xmlNewDocNode(job->doc, job->ns,
		    BAD_CAST "metadata", NULL);
	if (job->catalog->children != NULL)
		xmlAddPrevSibling(job->catalog->children, metadata);
	else
		xmlAddChild(job->catalog, metadata);
	version = job->run->version;
	if (version != NULL && is_later(version, OSCAL_VERSION,
	    "oscal-version"))
		version = OSCAL_VERSION;
	if (job->run->modified != NULL)
		set_text(job, metadata, "last-modified",
		    job->run->modified);
	if (version != NULL)
		set_text(job, metadata, "oscal-version", version);
	add_prop(job, metadata);
	add_link(job, metadata);
	for (i = 0; i < job->n; i++)
		keep_people(job, metadata,
		    oscal_first(job->imports[i].root, "metadata"));
}

void
meta_uuid(struct run *run, xmlNodePtr catalog)
{
	static const char digits[] = "0123456789abcdef";
	char hex[SHA_HEX];

	sha_end(run->sha, hex);
	hex[12] = '5';
	hex[16] = "89ab"[(strchr(digits, hex[16]) - digits) & 3];
	xml_setf(catalog, "uuid", "%.8s-%.4s-%.4s-%.4s-%.12s", hex, hex + 8,
	    hex + 12, hex + 16, hex + 20);
}
