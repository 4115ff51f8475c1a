/*
 * Versions of the libraries, for reports of defects.
 */
#define PCRE2_CODE_UNIT_WIDTH 8
#include <cmark.h>
#include <pcre2.h>
#include <unicode/uvernum.h>

#include "text/text_versions.h"

void rw_text_versions(struct rw_buf *out)
{
	rw_buf_printf(out, "ICU %s\nPCRE2 %d.%d\ncmark %s\n", U_ICU_VERSION,
		      PCRE2_MAJOR, PCRE2_MINOR, cmark_version_string());
}
