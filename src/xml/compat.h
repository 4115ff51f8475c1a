/*
 * What differs between libxml2 2.9.14 and 2.12 and later.
 */
#ifndef RW_XML_COMPAT_H
#define RW_XML_COMPAT_H

#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlversion.h>

/* The error that a structured handler is given. */
#if LIBXML_VERSION >= 21200
typedef const xmlError rw_xml_error;
#else
typedef xmlError rw_xml_error;
#endif

/* They deprecate members and functions that 2.9.14 has no other way for. */
#if LIBXML_VERSION >= 21200
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"
#endif

#endif
