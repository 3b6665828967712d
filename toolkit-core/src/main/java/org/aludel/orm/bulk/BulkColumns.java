package org.aludel.orm.bulk;

import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.aludel.error.Problem;
import org.aludel.error.SessionCode;
import org.aludel.error.StaleDataException;
import org.aludel.error.UsageException;
import org.aludel.orm.inheritance.Discriminator;
import org.aludel.orm.mapping.BasicProperty;
import org.aludel.orm.mapping.Mapper;
import org.aludel.orm.mapping.Property;
import org.aludel.orm.mapping.Relationship;
import org.aludel.orm.state.EntityModel;
import org.aludel.orm.state.EntityModels;
import org.aludel.orm.state.KeyPrecision;
import org.aludel.schema.QualifiedName;
import org.aludel.sql.BulkStatement.Column;
import org.aludel.sql.BulkStatement.Target;
import org.jspecify.annotations.Nullable;

/** The columns that rows of a class write, by the attributes that they name. */
final class BulkColumns {
  private final EntityModels models;
  private final EntityModel<?> model;

  /** What an UPDATE finds rows by, ids and version, and what it writes. */
  record Update(List<BulkColumn> match, List<BulkColumn> changes) {}

  BulkColumns(EntityModels models, EntityModel<?> model) {
    this.models = models;
    this.model = model;
  }

  EntityModels models() {
    return models;
  }

  EntityModel<?> model() {
    return model;
  }

  void requireConcrete() {
    if (model.mapper().isAbstract()) {
      throw refused("an abstract class, which has no objects", "name a class below it");
    }
  }

  /** What rows are found by, and what they change. */
  Update updated(List<String> attributes) {
    List<BulkColumn> match = new ArrayList<>();
    List<BulkColumn> changes = new ArrayList<>();
    BasicProperty version = model.mapper().version();
    for (BulkColumn column : columns(attributes)) {
      boolean isId = column instanceof BulkColumn.Basic one && model.ids().contains(one.property());
      boolean isVersion = column instanceof BulkColumn.Basic one && one.property().equals(version);
      if (isId || isVersion) {
        match.add(column);
      }
      if (isVersion && version != null) {
        changes.add(new BulkColumn.Version(column.position(), version, true));
      } else if (!isId) {
        changes.add(column);
      }
    }
    requireKeys(match, version);
    requireNoDiscriminator(changes);
    return new Update(match, changes);
  }

  private void requireKeys(List<BulkColumn> match, @Nullable BasicProperty version) {
    int wanted = model.ids().size() + (version == null ? 0 : 1);
    if (match.size() != wanted) {
      throw refused(
          "rows without " + (version == null ? "an id" : "an id and a version"),
          "name them in every row");
    }
  }

  /** As below, with the version of a new row. */
  List<BulkColumn> inserted(List<String> attributes) {
    List<BulkColumn> columns = new ArrayList<>(columns(attributes));
    BasicProperty version = model.mapper().version();
    if (version != null) {
      int position = attributes.indexOf(version.name());
      columns.removeIf(
          one -> one instanceof BulkColumn.Basic basic && basic.property().equals(version));
      columns.add(new BulkColumn.Version(position, version, false));
    }
    requireNoDiscriminator(columns);
    addDiscriminator(columns);
    return columns;
  }

  private void requireNoDiscriminator(List<BulkColumn> columns) {
    Discriminator discriminator = model.mapper().discriminator();
    String name = discriminator == null ? null : discriminator.column().name();
    if (columns.stream().anyMatch(one -> one.column().name().equals(name))) {
      throw refused("rows that name the discriminator \"" + name + "\"", "leave it to the class");
    }
  }

  private void addDiscriminator(List<BulkColumn> columns) {
    Discriminator discriminator = model.mapper().discriminator();
    Object value = model.mapper().discriminatorValue();
    if (discriminator == null || value == null) {
      return;
    }
    columns.add(new BulkColumn.Constant(discriminator.column(), value));
  }

  private List<BulkColumn> columns(List<String> attributes) {
    List<BulkColumn> columns = new ArrayList<>();
    for (int position = 0; position < attributes.size(); position++) {
      String name = attributes.get(position);
      Property property = model.mapper().property(name).orElse(null);
      if (property instanceof BasicProperty basic && basic.isExpression()) {
        throw refused("the attribute \"" + name + "\", which is an expression", "leave it out");
      }
      if (property instanceof BasicProperty basic) {
        columns.add(new BulkColumn.Basic(position, basic, model));
      } else if (property instanceof Relationship reference && reference.isReference()) {
        for (int index = 0; index < reference.localColumns().size(); index++) {
          columns.add(new BulkColumn.Reference(position, reference, index, models));
        }
      } else {
        throw refused("\"" + name + "\", which is no attribute in a column", "name attributes");
      }
    }
    if (columns.isEmpty()) {
      throw refused("rows without attributes", "name at least one");
    }
    return columns;
  }

  /**
   * Refuses ids that the server would round, where rows are told apart by them afterwards; ids that
   * rows do not give are no such.
   */
  void requireExact(BulkRows.Group part, List<? extends BulkColumn> written) {
    List<BulkColumn> ids = new ArrayList<>();
    for (BasicProperty id : model.ids()) {
      written.stream()
          .filter(one -> one instanceof BulkColumn.Basic basic && basic.property().equals(id))
          .forEach(ids::add);
    }
    boolean times =
        ids.stream().anyMatch(id -> Temporal.class.isAssignableFrom(id.column().type().javaType()));
    if (!times || ids.size() != model.ids().size()) {
      return;
    }
    for (@Nullable Object[] row : part.values()) {
      List<@Nullable Object> values = values(row, ids);
      if (!values.contains(null)) {
        KeyPrecision.require(model, key(values.toArray()));
      }
    }
  }

  static List<Object> arrays(BulkRows.Group part, List<BulkColumn> columns) {
    List<Object> arrays = new ArrayList<>();
    for (BulkColumn column : columns) {
      @Nullable Object[] values = new @Nullable Object[part.size()];
      for (int row = 0; row < values.length; row++) {
        values[row] = column.in(part.values().get(row));
      }
      arrays.add(values);
    }
    return arrays;
  }

  static List<@Nullable Object> values(@Nullable Object[] row, List<BulkColumn> columns) {
    List<@Nullable Object> values = new ArrayList<>();
    columns.forEach(column -> values.add(column.in(row)));
    return values;
  }

  static Object key(@Nullable Object[] values) {
    return values.length == 1 ? Objects.requireNonNull(values[0]) : Arrays.asList(values);
  }

  static Target target(Mapper<?> mapper) {
    QualifiedName name = mapper.table().name();
    return new Target(name.schema(), name.name());
  }

  static List<Column> sql(List<BulkColumn> columns) {
    return columns.stream().map(column -> sql(column.column())).toList();
  }

  static Column sql(org.aludel.schema.Column column) {
    return new Column(column.name(), column.type());
  }

  StaleDataException stale(int found, int wanted) {
    return new StaleDataException(
        Problem.of(SessionCode.STALE, "cannot update \"" + model.mapper().type().getName() + "\"")
            .found(found + " of " + wanted + " rows as they were read")
            .expected("rows that nobody changed or deleted since")
            .fix("roll back, read the rows again and repeat the change"));
  }

  /** A trigger or rule may have put a row aside. */
  static void requireAll(EntityModel<?> model, int found, int sent) {
    if (found != sent) {
      throw new UsageException(
          Problem.of(
                  SessionCode.SKIPPED_ROW,
                  "cannot insert rows of \"" + model.mapper().type().getName() + "\"")
              .found(found + " of " + sent + " rows stored")
              .expected("every row to be stored")
              .fix("find the BEFORE trigger or rule that puts rows aside"));
    }
  }

  UsageException refused(String found, String fix) {
    return new UsageException(
        Problem.of(
                SessionCode.UNSUPPORTED,
                "cannot write rows of \"" + model.mapper().type().getName() + "\" in bulk")
            .found(found)
            .fix(fix));
  }
}
