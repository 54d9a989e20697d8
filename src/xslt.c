/* XSLT: compiling stylesheets in a sandbox, running them, their messages. */
#include "xslt.h"

#include <libexslt/exslt.h>
#include <libxslt/documents.h>
#include <libxslt/extensions.h>
#include <libxslt/imports.h>
#include <libxslt/security.h>
#include <libxslt/transform.h>
#include <libxslt/variables.h>
#include <libxslt/xslt.h>
#include <libxslt/xsltInternals.h>
#include <libxslt/xsltutils.h>

#include <ctype.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "xml.h"

#define STYLES_SHIPPED	"ismsdoc:stylesheets/"
#define STYLES_OWN	"stylesheets/"
#define NS_PROGRAM	"urn:ismsdoc:program"

struct xslt {
	xsltStylesheetPtr	 style;
	char			*path;	/* source path of the entry */
};

/*
 * libxslt's loader and error handler are process-wide and take no argument of
 * ours, so what they need is process-wide too.
 */
static struct {
	const struct roots	*roots;
	xsltSecurityPrefsPtr	 security;
} env;

/* One compilation or run, in one thread. */
struct run {
	struct diag	*d;
	struct buf	 said;	/* text from libxslt, not yet read */
	int		 headed;	/* the last of it was an error's head */
	int		 compiles;	/* then there are no messages */
	const struct xslt_taker *taker;	/* or NULL */
};

enum { MESSAGE_MARK = '\001' };	/* no XML can hold it */

/* The run of this thread, for what libxml2 reports without a context. */
static _Thread_local struct run *running;

/*
 * The text of an error follows its head, "%s: file ..." or "%s\n"; the same
 * call without a head is an xsl:message, which becomes one marked line.
 */
static void
on_error(void *arg, const char *fmt, ...)
{
	va_list ap;
	char text[4096], *s;
	struct buf *said;
	int is_message;

	(void)arg;
	if (running == NULL)
		return;
	va_start(ap, fmt);
	vsnprintf(text, sizeof(text), fmt, ap);
	va_end(ap);
	said = &running->said;
	is_message = !running->compiles && !running->headed &&
	    strcmp(fmt, "%s") == 0;
	for (s = text; is_message && *s != '\0'; s++)
		if (*s == '\n')
			*s = ' ';
	running->headed = strncmp(fmt, "%s: ", 4) == 0 ||
	    strcmp(text, "error\n") == 0;
	if (is_message)
		buf_putc(said, MESSAGE_MARK);
	buf_puts(said, text);
	if (is_message)
		buf_putc(said, '\n');
}

/* "ismsdoc:html.xsl" as a source path; new memory, NULL if it is not ours. */
static char *
source_of(const char *uri)
{
	char *path;

	if (strncmp(uri, PATH_SHIPPED, strlen(PATH_SHIPPED)) == 0)
		path = mem_printf(STYLES_SHIPPED "%s",
		    uri + strlen(PATH_SHIPPED));
	else
		path = mem_strdup(uri);
	if (path_is_source(path) && (strncmp(path, STYLES_SHIPPED,
	    strlen(STYLES_SHIPPED)) == 0 || strncmp(path, STYLES_OWN,
	    strlen(STYLES_OWN)) == 0))
		return path;
	free(path);
	return NULL;
}

/* Where a stylesheet's load comes from, as far as libxslt tells. */
static struct place
load_place(void *ctxt, xsltLoadType type, char **path)
{
	struct place at = { 0 };
	xsltTransformContextPtr run;
	xmlNodePtr node = NULL;
	xmlDocPtr doc = NULL;

	*path = NULL;
	if (type == XSLT_LOAD_DOCUMENT && ctxt != NULL) {
		run = ctxt;
		node = run->inst;
		doc = node == NULL ? NULL : node->doc;
	} else if (type == XSLT_LOAD_STYLESHEET && ctxt != NULL) {
		doc = ((xsltStylesheetPtr)ctxt)->doc;
	}
	if (doc != NULL && doc->URL != NULL)
		*path = source_of((const char *)doc->URL);
	at.path = *path;
	at.line = node == NULL ? 0 : xml_line(node);
	return at;
}

/* libxslt's loader: the two folders and nothing else. */
static xmlDocPtr
load(const xmlChar *uri, xmlDictPtr dict, int options, void *ctxt,
    xsltLoadType type)
{
	struct buf text = { 0 };
	struct place at;
	struct diag *d;
	xmlDocPtr doc = NULL;
	char *path, *from;

	(void)options;
	if (running == NULL)
		return NULL;
	d = running->d;
	at = load_place(ctxt, type, &from);
	path = source_of((const char *)uri);
	if (path == NULL)
		diag_add(d, DIAG_XSLT_FORBIDDEN, &at, "a stylesheet may "
		    "not read \"%.200s\"; only stylesheets/ and ismsdoc: are "
		    "open to it", (const char *)uri);
	else if (path_read(env.roots, path, PATH_DATA_MAX, &text,
	    at.path == NULL ? NULL : &at, d) == 0)
		doc = xml_parse_style(buf_str(&text), text.len, path,
		    (const char *)uri, dict, d);
	buf_release(&text);
	free(path);
	free(from);
	return doc;
}

static int
may_read_network(xsltSecurityPrefsPtr sec, xsltTransformContextPtr ctxt,
    const char *value)
{
	(void)sec;
	(void)ctxt;
	return strncmp(value, PATH_SHIPPED, strlen(PATH_SHIPPED)) == 0;
}

void
xslt_setup(const struct roots *roots)
{
	env.roots = roots;
	env.security = xsltNewSecurityPrefs();
	xsltSetSecurityPrefs(env.security, XSLT_SECPREF_WRITE_FILE,
	    xsltSecurityForbid);
	xsltSetSecurityPrefs(env.security, XSLT_SECPREF_CREATE_DIRECTORY,
	    xsltSecurityForbid);
	xsltSetSecurityPrefs(env.security, XSLT_SECPREF_WRITE_NETWORK,
	    xsltSecurityForbid);
	xsltSetSecurityPrefs(env.security, XSLT_SECPREF_READ_NETWORK,
	    may_read_network);
	xsltSetDefaultSecurityPrefs(env.security);
	exsltCommonRegister();
	exsltStrRegister();
	exsltSetsRegister();
	exsltMathRegister();
	exsltFuncRegister();
	/*
	 * The list of modules that were looked for is made at the first one
	 * that is not there, without a lock: before there are threads.
	 */
	xsltExtModuleFunctionLookup(BAD_CAST "none",
	    BAD_CAST "urn:ismsdoc:none");
	xsltSetLoaderFunc(load);
	xsltSetGenericErrorFunc(NULL, on_error);
	xmlSetGenericErrorFunc(NULL, on_error);
}

void
xslt_teardown(void)
{
	xsltSetDefaultSecurityPrefs(NULL);
	if (env.security != NULL)
		xsltFreeSecurityPrefs(env.security);
	xsltSetLoaderFunc(NULL);
	xsltCleanupGlobals();
	memset(&env, 0, sizeof(env));
}

/* One message of libxslt on its way: a head with a place, and its text. */
struct said {
	struct buf	 text;
	char		*path;
	int		 line;
	struct diag	*d;
	enum diag_code	 code;		/* what errors are reported as */
	enum diag_code	 now;		/* the same, of this one */
	size_t		 n;		/* errors reported */
	char		*message;	/* the last xsl:message */
};

/* S as we write: a small first letter, no full stop. */
static void
reword(char *s)
{
	size_t len;

	len = strlen(s);
	if (len > 0 && s[len - 1] == '.')
		s[len - 1] = '\0';
	if (isupper((unsigned char)s[0]) && (islower((unsigned char)s[1]) ||
	    s[1] == ' '))
		s[0] = (char)tolower((unsigned char)s[0]);
}

/* The first error of a run is its cause, the others follow from it. */
static void
said_flush(struct said *said)
{
	struct place at = { 0 };

	at.path = said->path;
	at.line = said->line;
	if (said->text.len > 0 &&
	    (said->n == 0 || said->code != DIAG_XSLT_RUN)) {
		reword(said->text.data);
		diag_add(said->d, said->now, &at, "%s", said->text.data);
		said->n++;
	}
	buf_clear(&said->text);
	free(said->path);
	said->path = NULL;
	said->line = 0;
	said->now = said->code;
}

/* "runtime error: file X line 5 element y": a place for what follows. */
static int
said_head(struct said *said, const char *line)
{
	const char *file, *number;
	char *uri;

	file = strstr(line, "error: file ");
	if (file == NULL)
		return 0;
	file += strlen("error: file ");
	number = strstr(file, " line ");
	if (number == NULL)
		return 0;
	if (said->path != NULL)
		said_flush(said);
	uri = mem_strndup(file, (size_t)(number - file));
	said->path = source_of(uri);
	if (said->path == NULL)
		said->path = mem_strdup(uri);
	said->line = (int)strtol(number + strlen(" line "), NULL, 10);
	free(uri);
	return 1;
}

/* Lines that say nothing to whoever wrote a stylesheet. */
static int
is_noise(const struct said *said, const char *line)
{
	static const char *const always[] = {
		"You can adjust", "Templates:", "Variables:", "#",
		"Evaluating global variable", "warning: "
	};
	static const char *const after_text[] = {
		"Unregistered function", "Undefined variable",
		"XPath evaluation returned no result"
	};
	size_t i;

	if (line[strspn(line, " \t^")] == '\0' || strcmp(line, "error") == 0 ||
	    strstr(line, " rights for ") != NULL)
		return 1;
	for (i = 0; i < sizeof(always) / sizeof(*always); i++)
		if (strncmp(line, always[i], strlen(always[i])) == 0)
			return 1;
	for (i = 0; said->text.len > 0 && i < sizeof(after_text) /
	    sizeof(*after_text); i++)
		if (strncmp(line, after_text[i], strlen(after_text[i])) == 0)
			return 1;
	return 0;
}

/* LINE without the names of functions and the like at its start. */
static const char *
without_names(const char *line)
{
	static const char *const kinds[] = {
		"XPath error : ", "I/O error : ", "runtime error : "
	};
	const char *colon;
	size_t i;

	for (i = 0; i < sizeof(kinds) / sizeof(*kinds); i++)
		if (strncmp(line, kinds[i], strlen(kinds[i])) == 0)
			line += strlen(kinds[i]);
	colon = strstr(line, ": ");
	if (colon != NULL && (strncmp(line, "xslt", 4) == 0 ||
	    strncmp(line, "xmlXP", 5) == 0))
		line = colon + 2;
	return line + strspn(line, " ");
}

/* "File write for X refused", and the same of reading and the network. */
static int
said_refusal(struct said *said, const char *line)
{
	const char *name, *end;
	int is_write;

	name = strstr(line, " for ");
	end = name == NULL ? NULL : strstr(name, " refused");
	is_write = strstr(line, "ile write for ") != NULL;
	if (end == NULL || (!is_write && strstr(line, "ile read for ") == NULL))
		return 0;
	name += strlen(" for ");
	said->now = DIAG_XSLT_FORBIDDEN;
	buf_printf(&said->text, "a stylesheet may not %s \"%.*s\"; %s",
	    is_write ? "write" : "read", (int)(end - name), name, is_write ?
	    "what it makes goes into its i:result" :
	    "only stylesheets/ and ismsdoc: are open to it");
	return 1;
}

static void
said_message(struct said *said, const char *text)
{
	if (said->message != NULL)
		diag_add(said->d, DIAG_XSLT_MESSAGE, NULL, "%s",
		    said->message);
	free(said->message);
	said->message = text == NULL ? NULL : mem_strdup(text);
}

static void
said_line(struct said *said, const char *line)
{
	if (line[0] == MESSAGE_MARK) {
		said_message(said, line + 1);
		return;
	}
	if (said_head(said, line))
		return;
	line = without_names(line);
	if (is_noise(said, line) || said_refusal(said, line))
		return;
	if (said->text.len > 0)
		buf_puts(&said->text, "; ");
	buf_puts(&said->text, line);
}

/* Turn what libxslt has said into messages; STOPPED: the run failed. */
static void
read_said(struct buf *text, struct diag *d, enum diag_code code,
    int stopped)
{
	struct said said = { 0 };
	char *line;
	const char *s;
	size_t len;

	said.d = d;
	said.code = said.now = code;
	for (s = buf_str(text); *s != '\0'; s += len) {
		len = strcspn(s, "\n");
		line = mem_strndup(s, len);
		len += s[len] == '\n';
		said_line(&said, line);
		free(line);
	}
	said_flush(&said);
	if (stopped && said.n == 0 && said.message != NULL)
		diag_add(d, code, NULL, "%s", said.message);
	else
		said_message(&said, NULL);
	free(said.message);
	buf_release(&said.text);
	buf_clear(text);
}

/* Has the organisation's layer the entry NAME?  A broken link is a fault. */
static int
has_own(const char *name, struct diag *d)
{
	struct strs files = { 0 };
	char *own;
	int has;

	if (env.roots->org == NULL)
		return 0;
	own = mem_printf(STYLES_OWN "%s", name);
	path_list(env.roots, "stylesheets", ".xsl", 0, &files, d);
	has = strs_find(&files, own) != -1;
	strs_release(&files);
	free(own);
	return has;
}

/* The stylesheet at URI, compiled without a fault; else NULL. */
/*
 * The first run gathers the functions (func:function) of all imports in the
 * stylesheet itself.  Done here, so that several threads may run it.
 */
static void
gather_functions(xsltStylesheetPtr style)
{
	xsltTransformContextPtr ctxt;

	ctxt = xsltNewTransformContext(style, style->doc);
	if (ctxt == NULL)
		return;
	xsltInitCtxtExts(ctxt);
	xsltFreeTransformContext(ctxt);
}

static xsltStylesheetPtr
compile(const char *uri, struct diag *d)
{
	struct run run = { 0 };
	xsltStylesheetPtr style;
	size_t before;

	before = d->nerrors + d->nfatal;
	run.d = d;
	run.compiles = 1;
	running = &run;
	style = xsltParseStylesheetFile(BAD_CAST uri);
	if (style != NULL)
		gather_functions(style);
	running = NULL;
	if (d->nerrors + d->nfatal > before)
		buf_clear(&run.said);	/* the loader has said it better */
	read_said(&run.said, d, DIAG_XSLT_COMPILE, 1);
	buf_release(&run.said);
	if (style != NULL && (style->errors != 0 ||
	    d->nerrors + d->nfatal > before)) {
		xsltFreeStylesheet(style);
		style = NULL;
	}
	if (style == NULL && d->nerrors + d->nfatal == before)
		diag_add(d, DIAG_XSLT_COMPILE, NULL, "cannot compile \"%s\"",
		    uri);
	return style;
}

/* The entry NAME in the folder of stylesheets DIR, compiled. */
static struct xslt *
compile_in(const char *dir, const char *name, struct diag *d)
{
	struct xslt *xslt = NULL;
	xsltStylesheetPtr style;
	char *uri;

	uri = mem_printf("%s%s", dir, name);
	style = compile(uri, d);
	if (style != NULL) {
		xslt = mem_zalloc(sizeof(*xslt));
		xslt->style = style;
		xslt->path = source_of(uri);
	}
	free(uri);
	return xslt;
}

struct xslt *
xslt_compile_shipped(const char *name, struct diag *d)
{
	return compile_in(PATH_SHIPPED, name, d);
}

struct xslt *
xslt_compile_or(const char *name, const char *shipped, struct diag *d)
{
	return has_own(name, d) ? compile_in(STYLES_OWN, name, d) :
	    compile_in(PATH_SHIPPED, shipped, d);
}

struct xslt *
xslt_compile(const char *name, struct diag *d)
{
	return xslt_compile_or(name, name, d);
}

void
xslt_free(struct xslt *xslt)
{
	if (xslt == NULL)
		return;
	xsltFreeStylesheet(xslt->style);
	free(xslt->path);
	free(xslt);
}

int
xslt_is_own(const struct xslt *xslt)
{
	return strncmp(xslt->path, STYLES_OWN, strlen(STYLES_OWN)) == 0;
}

int
xslt_strips(const struct xslt *xslt)
{
	xsltStylesheetPtr style;

	for (style = xslt->style; style != NULL;
	    style = xsltNextImport(style))
		if (style->stripSpaces != NULL || style->stripAll != 0)
			return 1;
	return 0;
}

static void
each_in_doc(xmlDocPtr doc, void (*fn)(void *, xmlNodePtr), void *arg)
{
	xmlNodePtr node;

	node = doc == NULL ? NULL : xmlDocGetRootElement(doc);
	for (node = xml_first(node, NULL); node != NULL;
	    node = xml_next(node, NULL))
		if (node->ns != NULL && strcmp((const char *)node->ns->href,
		    XML_NS_XSL) != 0)
			fn(arg, node);
}

static void
each_in_style(xsltStylesheetPtr style, void (*fn)(void *, xmlNodePtr),
    void *arg)
{
	xsltStylesheetPtr import, last = NULL;
	xsltDocumentPtr doc;

	/* The list of imports has the last one first. */
	for (;;) {
		for (import = style->imports; import != NULL &&
		    import->next != last; import = import->next)
			;
		if (import == NULL)
			break;
		each_in_style(import, fn, arg);
		last = import;
	}
	for (doc = style->docList; doc != NULL; doc = doc->next)
		if (!doc->main && doc->doc != style->doc)
			each_in_doc(doc->doc, fn, arg);
	each_in_doc(style->doc, fn, arg);
}

void
xslt_each_top(const struct xslt *xslt, void (*fn)(void *, xmlNodePtr),
    void *arg)
{
	each_in_style(xslt->style, fn, arg);
}

static int
set_params(xsltTransformContextPtr ctxt, const char *const *params)
{
	for (; params != NULL && params[0] != NULL; params += 2)
		if (xsltQuoteOneUserParam(ctxt, BAD_CAST params[0],
		    BAD_CAST params[1]) != 0)
			return -1;
	return 0;
}

/* The result if the run went well and is an i:result. */
static xmlDocPtr
checked(const struct xslt *xslt, xmlDocPtr result, int stopped,
    size_t before, struct diag *d)
{
	struct place at = { 0 };
	xmlNodePtr root;

	at.path = xslt->path;
	root = result == NULL ? NULL : xmlDocGetRootElement(result);
	if (d->nerrors + d->nfatal == before) {
		if (stopped)
			diag_add(d, DIAG_XSLT_RUN, &at,
			    "the stylesheet stopped before its end");
		else if (xml_is(root, "i:result") &&
		    xml_next(root, NULL) == NULL)
			return result;
		else
			diag_add(d, DIAG_RESULT, &at,
			    "the stylesheet's result is not one <i:result>");
	}
	if (result != NULL)
		xmlFreeDoc(result);
	return NULL;
}

void
xslt_thread(void)
{
	mem_thread();
	xmlSetGenericErrorFunc(NULL, on_error);
}

/* The element that CTXT has just made in its result, not in a variable. */
static xmlNodePtr
just_made(const xsltTransformContext *ctxt)
{
	xmlNodePtr node;

	if (ctxt == NULL || ctxt->output == NULL || ctxt->insert == NULL ||
	    ctxt->insert->type != XML_ELEMENT_NODE ||
	    !xml_is(xmlDocGetRootElement(ctxt->output), "i:result"))
		return NULL;
	node = ctxt->insert->last;
	return node != NULL && node->type == XML_ELEMENT_NODE ? node : NULL;
}

/* take(): give away the last child of what is made; an empty string. */
static void
take(xmlXPathParserContextPtr parser, int nargs)
{
	xsltTransformContextPtr ctxt;
	xmlNodePtr node;

	ctxt = xsltXPathGetTransformContext(parser);
	while (nargs-- > 0)
		xmlXPathFreeObject(valuePop(parser));
	node = just_made(ctxt);
	if (node != NULL && running != NULL && running->taker != NULL) {
		ctxt->lasttext = NULL;	/* it may be gone */
		running->taker->fn(running->taker->arg, node);
	}
	valuePush(parser, xmlXPathNewCString(""));
}

xmlDocPtr
xslt_run(const struct xslt *xslt, xmlDocPtr input,
    const char *const *params, const struct xslt_taker *taker, struct diag *d)
{
	xsltTransformContextPtr ctxt;
	struct run run = { 0 };
	xmlDocPtr result;
	size_t before;
	int stopped;

	ctxt = xsltNewTransformContext(xslt->style, input);
	if (ctxt == NULL) {
		diag_add(d, DIAG_SYSTEM, NULL, "cannot make an XSLT context");
		return NULL;
	}
	run.d = d;
	run.taker = taker;
	running = &run;
	if (taker != NULL)
		xsltRegisterExtFunction(ctxt, BAD_CAST "take",
		    BAD_CAST NS_PROGRAM, take);
	xsltSetCtxtSecurityPrefs(env.security, ctxt);
	xsltSetTransformErrorFunc(ctxt, NULL, on_error);
	xsltSetCtxtParseOptions(ctxt, XML_PARSE_NONET);
	before = d->nerrors + d->nfatal;
	if (set_params(ctxt, params) == -1)
		ctxt->state = XSLT_STATE_ERROR;
	result = xsltApplyStylesheetUser(xslt->style, input, NULL, NULL,
	    NULL, ctxt);
	stopped = ctxt->state != XSLT_STATE_OK;
	xsltFreeTransformContext(ctxt);
	running = NULL;
	read_said(&run.said, d, DIAG_XSLT_RUN, stopped);
	buf_release(&run.said);
	return checked(xslt, result, stopped, before, d);
}

const char *
xslt_versions(void)
{
	static char text[80];

	snprintf(text, sizeof(text), "libxslt %d.%d.%d, libxml2 %s",
	    xsltLibxsltVersion / 10000, xsltLibxsltVersion / 100 % 100,
	    xsltLibxsltVersion % 100, LIBXML_DOTTED_VERSION);
	return text;
}
