package org.aludel.migrations.render;

import java.util.Optional;
import org.aludel.compile.SqlLiteral;
import org.aludel.schema.Column;
import org.aludel.schema.Identity;
import org.aludel.schema.SequenceOptions;
import org.aludel.type.SqlTypes;

/** Columns and defaults in the words of Liquibase. */
final class ColumnReader {
  private ColumnReader() {}

  static Column column(ChangeReader reader) {
    Column column =
        Column.of(reader.required("name"), SqlTypes.named(reader.required("type")))
            .withServerDefault(defaultOf(reader).orElse(null))
            .withComment(reader.text("remarks").orElse(null));
    if (reader.flag("autoIncrement", false)) {
      column = column.withIdentity(identity(reader)).notNull();
    }
    return column;
  }

  private static Identity identity(ChangeReader reader) {
    boolean always =
        reader.text("generationType").orElse("BY DEFAULT").trim().equalsIgnoreCase("ALWAYS");
    return new Identity(
        always,
        new SequenceOptions(
            reader.number("startWith").orElse(1L),
            reader.number("incrementBy").orElse(1L),
            null,
            null,
            1,
            false));
  }

  /** The default as SQL, whichever of the typed parameters holds it. */
  static Optional<String> defaultOf(ChangeReader reader) {
    return reader
        .text("defaultValueComputed")
        .or(() -> reader.text("defaultValueNumeric"))
        .or(() -> reader.text("defaultValueBoolean"))
        .or(() -> reader.text("defaultValueDate").map(SqlLiteral::text))
        .or(() -> reader.text("defaultValue").map(SqlLiteral::text))
        .or(
            () ->
                reader
                    .text("defaultValueSequenceNext")
                    .map(name -> "nextval(" + SqlLiteral.text(name) + ")"));
  }
}
