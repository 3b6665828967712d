package org.aludel.migrations.plan;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.aludel.migrations.operation.ExpressionNames;
import org.aludel.migrations.operation.SchemaWords;
import org.aludel.schema.Column;
import org.aludel.schema.EnumType;
import org.aludel.schema.MetaData;
import org.aludel.schema.ObjectReference;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.SchemaObject;
import org.aludel.schema.Sequence;
import org.jspecify.annotations.Nullable;

/** The types and sequences of both sides, to find them where text mentions them. */
final class KnownNames {
  private final List<QualifiedName> types;
  private final List<QualifiedName> sequences;

  KnownNames(MetaData before, MetaData after) {
    types =
        Stream.of(before, after)
            .flatMap(
                side ->
                    Stream.of(
                            side.enums().stream().map(EnumType::name),
                            side.rangeTypes().stream().map(TypeExchange::multirange),
                            side.objects().stream()
                                .map(SchemaObject::reference)
                                .filter(each -> Resource.of(each).kind() == Resource.Kind.TYPE)
                                .map(ObjectReference::name))
                        .flatMap(each -> each))
            .distinct()
            .toList();
    sequences =
        Stream.concat(before.sequences().stream(), after.sequences().stream())
            .map(Sequence::name)
            .distinct()
            .toList();
  }

  /** The types of users in a column's type, default and expression. */
  List<QualifiedName> typesOf(Column column) {
    return types.stream()
        .filter(
            each ->
                SchemaWords.isOfType(column, each)
                    || mentions(column.serverDefault(), each)
                    || SchemaWords.mentioned(column).contains(each.name()))
        .toList();
  }

  /** The types of users that the words of an expression may name. */
  List<QualifiedName> typesIn(Set<String> words) {
    return types.stream().filter(each -> words.contains(each.name())).toList();
  }

  /** The types of users that an SQL text names. */
  List<QualifiedName> typesIn(@Nullable String sql) {
    return types.stream().filter(each -> mentions(sql, each)).toList();
  }

  /** The sequences that a default draws from. */
  List<QualifiedName> sequencesIn(@Nullable String sql) {
    if (sql == null || !sql.contains("nextval")) {
      return List.of();
    }
    Set<String> literals = ExpressionNames.of(sql).literals();
    return sequences.stream()
        .filter(
            each ->
                literals.stream()
                    .map(literal -> literal.replace("\"", ""))
                    .anyMatch(literal -> literal.equals(each.toString())))
        .toList();
  }

  private static boolean mentions(@Nullable String sql, QualifiedName type) {
    return sql != null && ExpressionNames.of(sql).identifiers().contains(type.name());
  }
}
