# ismsdoc: make demo | make check; see README.md.
PREFIX ?= /usr/local
DESTDIR =
CC ?= cc
CFLAGS ?= -O2 -g
WARN = -Wall -Wextra -Wshadow -Wstrict-prototypes -Wmissing-prototypes
VERSION := $(shell sed -n 's/.*define ISMSDOC_VERSION "\(.*\)"/\1/p' src/dossier.h)
B = build
PKGS = libxml-2.0 libxslt libexslt libcmark yaml-0.1 nettle json-c \
	libarchive xlsxwriter zlib
PKG_CFLAGS = $(shell pkg-config --cflags $(PKGS) 2>/dev/null)
PKG_LIBS = $(shell pkg-config --libs $(PKGS) 2>/dev/null) -lcsv -pthread
# An allocator that suits XSLT's many small pieces: a third of the time. The
# sanitizers and valgrind want the C library's own.
MALLOC := $(shell echo '\#include <mimalloc.h>' | $(CC) -E -xc - \
	>/dev/null 2>&1 && echo -lmimalloc)
CPPFLAGS_ALL = -D_GNU_SOURCE -DISMSDOC_PREFIX='"$(PREFIX)"' -iquote src \
	$(PKG_CFLAGS) $(CPPFLAGS)
CFLAGS_ALL = -std=c11 $(WARN) $(CFLAGS)
SRCS := $(wildcard src/*.c)
OBJS = $(SRCS:src/%.c=$(B)/%.o)
UNIT_SRCS := $(wildcard tests/unit/*.c)
UNIT_OBJS = $(UNIT_SRCS:tests/unit/%.c=$(B)/unit/%.o)
LIB_OBJS = $(filter-out $(B)/main.o,$(OBJS))
SHIPPED = $(shell find templates catalog stylesheets -type f \
	\( -name '*.md' -o -name '*.yaml' -o -name '*.x?l' -o -name '*.xsd' \
	-o -name '*.css' -o -name '*.js' -o -name '*.csv' \) | LC_ALL=C sort)
SAMPLES = $(shell find samples -type f ! -path '*/out/*' ! -name '.*' \
	| LC_ALL=C sort)

# What make says: one line a file; V=1 shows the commands.
ifneq ($(V),1)
Q = @
say = @printf '  %-5s %s\n'
else
say = @:
endif

all: $(B)/ismsdoc

$(B)/ismsdoc: $(OBJS)
	$(say) LINK $@
	$(Q)$(CC) $(CFLAGS_ALL) $(LDFLAGS) -o $@ $(OBJS) $(MALLOC) $(PKG_LIBS)

$(B)/%.o: src/%.c
	@mkdir -p $(B)
	$(say) CC $<
	$(Q)$(CC) $(CFLAGS_ALL) $(CPPFLAGS_ALL) -MMD -MP -c -o $@ $<

$(B)/unit/%.o: tests/unit/%.c
	@mkdir -p $(B)/unit
	$(say) CC $<
	$(Q)$(CC) $(CFLAGS_ALL) $(CPPFLAGS_ALL) -iquote tests/unit -MMD -MP -c -o $@ $<

$(B)/inject.o: tests/inject.c
	@mkdir -p $(B)
	$(say) CC $<
	$(Q)$(CC) $(CFLAGS_ALL) $(CPPFLAGS_ALL) -c -o $@ $<

$(B)/unit/run: $(UNIT_OBJS) $(LIB_OBJS) $(B)/inject.o
	$(say) LINK $@
	$(Q)$(CC) $(CFLAGS_ALL) $(LDFLAGS) -o $@ $(UNIT_OBJS) $(LIB_OBJS) \
		$(B)/inject.o $(PKG_LIBS) $$(pkg-config --libs check) -ldl

$(B)/mdtool: tests/mdtool.c $(LIB_OBJS)
	$(say) LINK $@
	$(Q)$(CC) $(CFLAGS_ALL) $(CPPFLAGS_ALL) $(LDFLAGS) -o $@ tests/mdtool.c \
		$(LIB_OBJS) $(PKG_LIBS)

$(B)/inject.so: tests/inject.c
	@mkdir -p $(B)
	$(say) LINK $@
	$(Q)$(CC) -std=c11 $(WARN) -O1 -D_GNU_SOURCE -shared -fPIC -o $@ \
		tests/inject.c -ldl

-include $(OBJS:.o=.d) $(UNIT_OBJS:.o=.d)

# Two commands for a new machine: install what is missing, then work.
demo:
	@sh tests/deps.sh build
	@$(MAKE) all
	$(B)/ismsdoc build samples/northwind

check:
	@sh tests/deps.sh test
	@$(MAKE) check-run

TOOLS = $(B)/ismsdoc $(B)/unit/run $(B)/mdtool $(B)/inject.so
check-run: $(TOOLS)
	@B=$(B) WRAP="$(WRAP)" sh tests/run.sh

# The same suite under sanitizers and valgrind.
SAN = -O1 -g -fno-omit-frame-pointer -fsanitize=address,undefined \
	-fno-sanitize-recover=undefined
asan:
	@sh tests/deps.sh test
	@$(MAKE) check-run B=build/asan MALLOC= CFLAGS="$(SAN)" LDFLAGS="$(SAN)"

# Valgrind does not know openat2, so that its way round is what runs here.
VALGRIND = valgrind -q --error-exitcode=99 --leak-check=full \
	--errors-for-leak-kinds=definite
valgrind:
	@sh tests/deps.sh valgrind
	@$(MAKE) check-run B=build/valgrind MALLOC= CFLAGS="-O1 -g" \
		CPPFLAGS=-DSWAP_NO_OPENAT2 WRAP="$(VALGRIND)"

update: $(TOOLS)
	@B=$(B) UPDATE=1 sh tests/run.sh

lint: all
	@sh tests/lint.sh $(B)

format:
	@sh tests/format.sh

bench: all
	@sh tests/deps.sh bench
	@B=$(B) sh tests/bench.sh

deps:
	@sh tests/deps.sh build
	@sh tests/deps.sh test

install: all
	install -d $(DESTDIR)$(PREFIX)/bin
	install -m 755 $(B)/ismsdoc $(DESTDIR)$(PREFIX)/bin/ismsdoc
	install -d $(DESTDIR)$(PREFIX)/share/man/man1
	install -d $(DESTDIR)$(PREFIX)/share/man/man5
	install -m 644 src/ismsdoc.1 $(DESTDIR)$(PREFIX)/share/man/man1/
	install -m 644 src/ismsdoc.5 $(DESTDIR)$(PREFIX)/share/man/man5/
	set -e; for f in $(SHIPPED) $(SAMPLES); do \
		install -d $(DESTDIR)$(PREFIX)/share/ismsdoc/$${f%/*}; \
		install -m 644 $$f $(DESTDIR)$(PREFIX)/share/ismsdoc/$$f; \
	done

uninstall:
	rm -f $(DESTDIR)$(PREFIX)/bin/ismsdoc
	rm -f $(DESTDIR)$(PREFIX)/share/man/man1/ismsdoc.1
	rm -f $(DESTDIR)$(PREFIX)/share/man/man5/ismsdoc.5
	rm -rf $(DESTDIR)$(PREFIX)/share/ismsdoc

DIST = ismsdoc-$(VERSION)
dist:
	@mkdir -p build
	git archive --prefix=$(DIST)/ -o build/$(DIST).tar HEAD
	gzip -nf9 build/$(DIST).tar

distcheck: dist
	@sh tests/distcheck.sh build/$(DIST).tar.gz

clean:
	rm -rf build samples/*/out

.PHONY: all demo check check-run asan valgrind update lint format bench \
	deps install uninstall dist distcheck clean
