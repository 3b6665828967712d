package org.aludel.schema;

import java.util.Comparator;
import org.aludel.error.Problem;
import org.aludel.error.SchemaCode;
import org.aludel.error.SchemaException;
import org.jspecify.annotations.Nullable;

/**
 * The identity of a schema object.
 *
 * @param schema the schema, or null for the default schema of whoever uses the name
 * @param name the exact name, unquoted, case kept
 */
public record QualifiedName(@Nullable String schema, String name)
    implements Comparable<QualifiedName> {
  private static final Comparator<QualifiedName> ORDER =
      Comparator.comparing((QualifiedName one) -> one.schema == null ? "" : one.schema)
          .thenComparing(QualifiedName::name);

  public QualifiedName {
    if (name.isEmpty() || name.indexOf('\0') >= 0) {
      throw new SchemaException(
          Problem.of(SchemaCode.INVALID_NAME, "cannot name a schema object \"" + name + "\"")
              .expected("a name of at least one character, without the NUL character"));
    }
  }

  /** A name in the default schema. */
  public static QualifiedName of(String name) {
    return new QualifiedName(null, name);
  }

  /** The name as people write it in messages, {@code schema.name} or {@code name}; never SQL. */
  @Override
  public String toString() {
    return schema == null ? name : schema + "." + name;
  }

  @Override
  public int compareTo(QualifiedName other) {
    return ORDER.compare(this, other);
  }
}
