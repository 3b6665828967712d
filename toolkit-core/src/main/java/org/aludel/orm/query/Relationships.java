package org.aludel.orm.query;

import java.util.List;
import org.aludel.error.MappingCode;
import org.aludel.error.MappingException;
import org.aludel.error.Problem;
import org.aludel.orm.mapping.BasicProperty;
import org.aludel.orm.mapping.Mapper;
import org.aludel.orm.mapping.Property;
import org.aludel.orm.mapping.Relationship;
import org.aludel.orm.metamodel.BasicAttribute;
import org.aludel.orm.metamodel.KeyColumn;
import org.aludel.orm.metamodel.RelationshipAttribute;
import org.aludel.orm.state.EntityModels;
import org.aludel.schema.Column;
import org.aludel.schema.QualifiedName;
import org.aludel.sql.ColumnReference;
import org.aludel.sql.Join;
import org.aludel.sql.NamedTable;
import org.aludel.sql.Predicate;
import org.aludel.sql.Sql;
import org.aludel.sql.TableName;
import org.jspecify.annotations.Nullable;

/** From the names of metamodels to the columns of a registry. */
final class Relationships {
  private Relationships() {}

  static Relationship of(EntityModels models, RelationshipAttribute<?, ?> attribute) {
    Property property = property(models, attribute.table().rowType(), attribute.attribute());
    if (property instanceof Relationship relationship) {
      return relationship;
    }
    throw unknown(attribute.table().rowType(), attribute.attribute());
  }

  static BasicProperty of(EntityModels models, BasicAttribute<?, ?> attribute) {
    Property property = property(models, attribute.table().rowType(), attribute.attribute());
    if (property instanceof BasicProperty basic) {
      return basic;
    }
    throw unknown(attribute.table().rowType(), attribute.attribute());
  }

  /** The column of a foreign key that holds an id attribute of the target. */
  static Column of(EntityModels models, KeyColumn<?> key) {
    Relationship relationship = of(models, key.reference());
    List<Column> remote = relationship.remoteColumns();
    for (int index = 0; index < remote.size(); index++) {
      Property id = property(models, key.reference().target(), key.id());
      if (id instanceof BasicProperty basic && basic.column().equals(remote.get(index))) {
        return relationship.localColumns().get(index);
      }
    }
    throw unknown(key.reference().target(), key.id());
  }

  /** A mapper's own table as a source of statements. */
  static NamedTable table(Mapper<?> mapper, @Nullable String alias) {
    QualifiedName name = mapper.table().name();
    return new NamedTable(new TableName(name.schema(), name.name()), alias, List.of(), List.of());
  }

  /** The column of an attribute, or of a foreign key, that a statement names. */
  static Column column(EntityModels models, ColumnReference<?> named) {
    if (named instanceof BasicAttribute<?, ?> attribute) {
      return of(models, attribute).column();
    }
    return named instanceof KeyColumn<?> key
        ? of(models, key)
        : Column.of(named.name(), named.type());
  }

  /**
   * The join of the rows that hold a collection of values.
   *
   * @param own as the collection says it
   * @param join as the statement says it, perhaps with a condition beside
   */
  static Join elements(Join own, Join join) {
    Predicate on = own.on();
    Predicate more = join.on();
    return more == null || on == null
        ? own
        : new Join(join.kind(), own.target(), Sql.and(on, more));
  }

  private static Property property(EntityModels models, Class<?> type, String name) {
    return models.registry().mapper(type).property(name).orElseThrow(() -> unknown(type, name));
  }

  private static MappingException unknown(Class<?> type, String name) {
    return new MappingException(
        Problem.of(
                MappingCode.NOT_MAPPED,
                "cannot find the attribute \"" + type.getName() + "." + name + "\"")
            .found("a metamodel that does not fit the class")
            .fix("compile the class again with the annotation processor, from clean"));
  }
}
