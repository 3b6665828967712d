package org.aludel.migrations.rename;

import org.aludel.compile.IdentifierQuoter;
import org.aludel.compile.SqlLiteral;
import org.aludel.migrations.operation.NameMapping;
import org.aludel.schema.EnumType;
import org.aludel.schema.ObjectKind;
import org.aludel.schema.ObjectReference;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.Sequence;
import org.aludel.type.SqlType;
import org.jspecify.annotations.Nullable;

/** What becomes of all names when a schema gets another: what is in it has it before a dot. */
final class MovedSchema implements NameMapping {
  private final String from;
  private final String to;
  private final IdentifierQuoter quoter;

  MovedSchema(String from, String to, IdentifierQuoter quoter) {
    this.from = from;
    this.to = to;
    this.quoter = quoter;
  }

  @Override
  public @Nullable String schema(@Nullable String schema) {
    return from.equals(schema) ? to : schema;
  }

  private QualifiedName moved(QualifiedName name) {
    return new QualifiedName(schema(name.schema()), name.name());
  }

  @Override
  public ObjectReference object(ObjectReference reference) {
    QualifiedName name = reference.name();
    return switch (reference.kind()) {
      case SCHEMA ->
          name.name().equals(from)
              ? ObjectReference.of(ObjectKind.SCHEMA, QualifiedName.of(to))
              : reference;
      case CAST ->
          ObjectReference.of(ObjectKind.CAST, new QualifiedName(name.schema(), text(name.name())));
      default ->
          new ObjectReference(
              reference.kind(),
              moved(name),
              reference.kind().isOverloaded() ? text(reference.part()) : reference.part());
    };
  }

  @Override
  public QualifiedName table(QualifiedName table) {
    return moved(table);
  }

  @Override
  public QualifiedName sequence(Sequence sequence) {
    return moved(sequence.name());
  }

  @Override
  public EnumType enumType(EnumType type) {
    return new EnumType(moved(type.name()), type.labels(), type.comment());
  }

  @Override
  public SqlType<?> type(SqlType<?> type) {
    return type.named(text(type.name()));
  }

  @Override
  public String expression(QualifiedName table, String sql) {
    return text(sql);
  }

  @Override
  public String definition(ObjectReference object, String sql) {
    return text(sql);
  }

  /** Sequences stand in literals, which the server spells as text of the kind regclass. */
  private String text(String sql) {
    String named =
        RenamedText.of(
            sql, RenamedText.Place.SCHEMA, QualifiedName.of(from), QualifiedName.of(to), quoter);
    return named.replace(nextval(from), nextval(to));
  }

  private String nextval(String schema) {
    String literal = SqlLiteral.text(quoter.quote(schema) + ".");
    return "nextval(" + literal.substring(0, literal.length() - 1);
  }
}
