# rolewright: 'make help' lists the targets. A new source file or test needs no edit here.

VERSION  := 0.1.0
PREFIX   ?= /usr/local
DESTDIR  ?=
BUILD    ?= build
SANITIZE ?=
WERROR   ?=
Q        := $(if $(V),,@)
say       = $(if $(V),,@printf '  %-5s %s\n' $(1) $@)

comma    := ,
FLAVOUR  := $(subst $(comma),-,$(SANITIZE))
OUT      := $(BUILD)$(if $(FLAVOUR),/$(FLAVOUR))
GEN      := $(BUILD)/gen
DATADIR  := $(PREFIX)/share/rolewright
MANDIR   := $(PREFIX)/share/man

CC       ?= cc
AR       ?= ar
CFLAGS   ?= -O2 -g
PACKAGES := libxml-2.0 libxslt libexslt libpcre2-8 libcmark icu-i18n icu-uc \
            libzip jansson libxxhash zlib

# Evaluated once, and only by goals that compile.
PKG_CPPFLAGS = $(eval PKG_CPPFLAGS := $$(shell pkg-config --cflags $(PACKAGES) 2>/dev/null))$(PKG_CPPFLAGS)
PKG_LIBS     = $(eval PKG_LIBS := $$(shell pkg-config --libs $(PACKAGES) 2>/dev/null))$(PKG_LIBS)

WARNINGS := -Wall -Wextra -Wpedantic -Wshadow -Wconversion \
            -Wstrict-prototypes -Wmissing-prototypes -Wpointer-arith \
            -Wwrite-strings -Wvla -Wundef -Wformat=2 \
            $(if $(WERROR),-Werror)
HARDEN_C := -fstack-protector-strong -fPIE \
            $(if $(SANITIZE),-fsanitize=$(SANITIZE) -fno-omit-frame-pointer \
            -fno-sanitize-recover=undefined,-D_FORTIFY_SOURCE=2)
HARDEN_L := -pie -Wl,-z,relro -Wl,-z,now \
            $(if $(SANITIZE),-fsanitize=$(SANITIZE))
RW_CPPFLAGS = -D_POSIX_C_SOURCE=200809L -Isrc -I$(GEN) $(PKG_CPPFLAGS) $(CPPFLAGS)
RW_CFLAGS   = -std=c11 $(CFLAGS) $(HARDEN_C) -pthread
RW_LIBS     = $(PKG_LIBS) -lcsv -lm $(LDLIBS)
COMPILE     = $(CC) $(RW_CPPFLAGS) $(RW_CFLAGS)

SOURCES   := $(sort $(shell find src -name '*.c'))
OBJECTS   := $(SOURCES:src/%.c=$(OUT)/obj/%.o)
CLI       := $(filter $(OUT)/obj/cli/%,$(OBJECTS))
LIBRARY   := $(OUT)/librolewright.a
PROGRAM   := $(OUT)/rolewright
UNITS     := $(patsubst %.c,$(OUT)/%,$(wildcard tests/unit/test_*.c))
FUZZERS   := $(patsubst %.c,$(OUT)/%,$(wildcard tests/fuzz/fuzz_*.c))
REPLAYS   := $(FUZZERS:%=%.replay)
GENERATED := $(GEN)/version.h \
             $(patsubst src/%.xsl,$(GEN)/%.def,$(wildcard src/*/*.xsl))

.PHONY: all demo setup setup-test test check lint format bench fuzz torture install \
        uninstall distcheck dist clean help libraries units fuzzers replays FORCE
.DELETE_ON_ERROR:
.SECONDARY:

all: $(LIBRARY) $(if $(CLI),$(PROGRAM)) ## build build/rolewright

# --- build -------------------------------------------------------------------

$(PROGRAM): $(CLI) $(LIBRARY)
	$(call say,LINK)
	$(Q)$(CC) $(RW_CFLAGS) $(HARDEN_L) $(LDFLAGS) -o $@ $(CLI) $(LIBRARY) $(RW_LIBS)

$(LIBRARY): $(filter-out $(CLI),$(OBJECTS)) $(OUT)/sources
	@rm -f $@
	$(call say,AR)
	$(Q)$(AR) rcsD $@ $(filter %.o,$^)

$(OUT)/obj/%.o: src/%.c $(OUT)/flags | $(GENERATED) libraries
	$(call say,CC)
	@mkdir -p $(@D)
	$(Q)$(COMPILE) $(WARNINGS) $(if $(findstring /obj/cli/,$@),-include $(GEN)/version.h) \
	  -MMD -MP -c -o $@ $<

$(OUT)/tests/unit/%: tests/unit/%.c $(LIBRARY)
	$(call say,CC)
	@mkdir -p $(@D)
	$(Q)$(COMPILE) $(WARNINGS) -Itests/unit -MMD -MP -MT $@ $(HARDEN_L) \
	  -o $@ $< $(LIBRARY) -lcmocka $(RW_LIBS)

$(OUT)/tests/fuzz/%.replay: tests/fuzz/%.c tests/fuzz/replay.c $(LIBRARY)
	$(call say,CC)
	@mkdir -p $(@D)
	$(Q)$(COMPILE) $(WARNINGS) $(HARDEN_L) -o $@ $< tests/fuzz/replay.c \
	  $(LIBRARY) $(RW_LIBS)

$(OUT)/tests/fuzz/%: tests/fuzz/%.c $(LIBRARY)
	$(call say,CC)
	@mkdir -p $(@D)
	$(Q)$(COMPILE) $(WARNINGS) $(HARDEN_L) -fsanitize=fuzzer \
	  -o $@ $< $(LIBRARY) $(RW_LIBS)

$(GEN)/%.def: src/%.xsl templates/schema/rolewright.xsd
	$(call say,GEN)
	@mkdir -p $(@D)
	$(Q)xsltproc --nonet -o $@ $^

# What stands in no file but decides the build: version, flags, list of sources.
# Each is written only when it changes.
write_if_changed = @mkdir -p $(@D); printf '%s\n' $(1) >$@.new; \
	cmp -s $@.new $@ && rm $@.new || mv $@.new $@

$(GEN)/version.h: FORCE
	$(call write_if_changed,'#define RW_VERSION "$(VERSION)"' \
	  '#define RW_DATADIR "$(DATADIR)"')

$(OUT)/flags: FORCE
	$(call write_if_changed,'$(COMPILE)')

$(OUT)/sources: FORCE
	$(call write_if_changed,$(SOURCES))

libraries:
	@pkg-config --exists $(PACKAGES) && echo '#include <csv.h>' | \
	  $(CC) -E - >/dev/null 2>&1 || \
	  { echo "libraries are missing: run 'make setup'" >&2; exit 1; }

units: $(UNITS)
fuzzers: $(FUZZERS)
replays: $(REPLAYS)

-include $(OBJECTS:.o=.d) $(UNITS:=.d)

# --- use ---------------------------------------------------------------------

demo:                    ## install what is missing, build, publish the examples into output/
	@tests/setup.sh build
	@$(MAKE) --no-print-directory all
	$(PROGRAM) -C templates/examples build --output "$(CURDIR)/output"

setup:                   ## install what the build needs (apt, as root or with sudo)
	tests/setup.sh build

setup-test:              ## install what the tests need (apt and npm)
	tests/setup.sh test

install: all             ## install into DESTDIR and PREFIX
	install -d '$(DESTDIR)$(PREFIX)/bin'
	install -m 755 $(PROGRAM) '$(DESTDIR)$(PREFIX)/bin/rolewright'
	tests/install.sh install '$(PROGRAM)' '$(DESTDIR)$(PREFIX)'

uninstall:               ## remove what install put there
	tests/install.sh uninstall '$(PROGRAM)' '$(DESTDIR)$(PREFIX)'

# --- tests -------------------------------------------------------------------

test:                    ## install what the tests need, build, run every test
	@tests/setup.sh test
	@$(MAKE) --no-print-directory WERROR=1 all units replays
	tests/run.sh

check: all units replays ## unit, command and golden tests, also with SANITIZE=address,undefined
	RW='$(abspath $(PROGRAM))' OUT='$(abspath $(OUT))' \
	  tests/run.sh unit cli golden seeds

lint:                    ## the house rules, each as a script
	@tests/lint/run.sh

format:                  ## let clang-format write every C file
	find src tests/unit tests/fuzz -name '*.[ch]' -exec clang-format -i {} +

bench: all               ## speed against xsltproc, Hugo, Saxon-HE, pandoc and lxml
	tests/bench/bench.sh
	tests/bench/export.sh

FUZZ_SECONDS ?= 60
fuzz:                    ## each fuzzer for FUZZ_SECONDS (default 60)
	@$(MAKE) --no-print-directory CC=clang \
	  SANITIZE=fuzzer-no-link,address,undefined fuzzers
	tests/fuzz/run.sh '$(BUILD)/fuzzer-no-link-address-undefined' $(FUZZ_SECONDS)

torture: all units       ## the long runs: 300 kills, mutants, fuzzers, failing memory
	tests/torture.sh

DIST := rolewright-$(VERSION)
dist:                    ## pack the tracked files
	@mkdir -p $(BUILD)
	git archive --format=tar.gz --prefix=$(DIST)/ -o $(BUILD)/$(DIST).tar.gz HEAD

distcheck: dist          ## unpack, build, test, install, run from the installed place
	tests/distcheck.sh '$(BUILD)/$(DIST).tar.gz' '$(DIST)'

clean:                   ## remove build/
	rm -rf $(BUILD)

help:                    ## this list
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  \1\t\2/p' Makefile | expand -t 16
	@echo 'Variables: PREFIX DESTDIR BUILD SANITIZE=address,undefined WERROR=1 V=1 CC CFLAGS'
