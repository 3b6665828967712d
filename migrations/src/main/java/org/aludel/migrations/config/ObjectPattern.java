package org.aludel.migrations.config;

import java.util.List;

/**
 * Objects that are left out, such as {@code table:qrtz_*}. What it matches is the comparison's
 * affair.
 *
 * @param kind one of {@link #KINDS}
 * @param glob a name, or {@code schema.name}; {@code *} stands for any text, {@code ?} for one
 *     character
 */
public record ObjectPattern(String kind, String glob) {
  /** The kinds of objects that can be left out, as patterns spell them. */
  public static final List<String> KINDS =
      List.of(
          "schema",
          "extension",
          "type",
          "sequence",
          "table",
          "column",
          "constraint",
          "index",
          "view",
          "function",
          "procedure",
          "aggregate",
          "trigger",
          "rule",
          "policy",
          "operator",
          "operator_family",
          "operator_class",
          "cast",
          "collation",
          "conversion",
          "statistics",
          "publication",
          "event_trigger",
          "text_search",
          "foreign_server",
          "foreign_data_wrapper",
          "default_privileges");
}
