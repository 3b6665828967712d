package org.aludel.orm.bulk;

import org.aludel.error.Problem;
import org.aludel.error.SessionCode;
import org.aludel.error.UsageException;
import org.aludel.orm.mapping.BasicProperty;
import org.aludel.orm.mapping.Relationship;
import org.aludel.orm.state.EntityModel;
import org.aludel.orm.state.EntityModels;
import org.aludel.schema.Column;
import org.jspecify.annotations.Nullable;

/** A column that rows write, and how its value comes out of that of an attribute. */
sealed interface BulkColumn {
  Column column();

  /** The place of the attribute among the values of a row; below 0 where it has none. */
  int position();

  /**
   * The value as the column takes it.
   *
   * @param value of the attribute
   */
  @Nullable Object of(@Nullable Object value);

  /** The value of a row. */
  default @Nullable Object in(@Nullable Object[] row) {
    return of(position() < 0 ? null : row[position()]);
  }

  /** An attribute in a column. */
  record Basic(int position, BasicProperty property, EntityModel<?> model) implements BulkColumn {
    @Override
    public Column column() {
      return property.column();
    }

    @Override
    public @Nullable Object of(@Nullable Object value) {
      Class<?> type = property.column().type().javaType();
      if (value == null || type.isInstance(value)) {
        return value;
      }
      if (value instanceof Number number && type == Long.class) {
        return number.longValue();
      }
      throw new UsageException(
          Problem.of(
                  SessionCode.UNSUPPORTED,
                  "cannot write \""
                      + model.mapper().type().getName()
                      + "."
                      + property.name()
                      + "\"")
              .found("a value of class " + value.getClass().getName())
              .expected("a value of class " + type.getName()));
    }
  }

  /** A column of a reference's key: of an object, or of the key itself. */
  record Reference(int position, Relationship relationship, int index, EntityModels models)
      implements BulkColumn {
    @Override
    public Column column() {
      return relationship.localColumns().get(index);
    }

    @Override
    public @Nullable Object of(@Nullable Object value) {
      if (value == null) {
        return null;
      }
      EntityModel<?> target = models.of(relationship.target());
      Object key = target.mapper().type().isInstance(value) ? key(value) : value;
      if (key == null) {
        throw new UsageException(
            Problem.of(SessionCode.UNSUPPORTED, "cannot write \"" + relationship + "\"")
                .found("an object that has no key yet")
                .fix("flush the session first, or give the key"));
      }
      return target.keyPart(key, EntityModel.idIndex(relationship, index));
    }

    private <T> @Nullable Object key(T value) {
      return models.ofEntity(value).keyOf(value);
    }
  }

  /** A part of the id in the table of a class below the root, whose key may have other names. */
  record Key(Column column, Basic id) implements BulkColumn {
    @Override
    public int position() {
      return id.position();
    }

    @Override
    public @Nullable Object of(@Nullable Object value) {
      return id.of(value);
    }
  }

  /** The discriminator of the class: the same for all rows. */
  record Constant(Column column, Object value) implements BulkColumn {
    @Override
    public int position() {
      return -1;
    }

    @Override
    public Object of(@Nullable Object given) {
      return value;
    }
  }

  /**
   * The counter of a versioned class: 1 in a new row that gives none, one more at an update.
   *
   * @param position below 0 where rows do not name it
   */
  record Version(int position, BasicProperty property, boolean isNext) implements BulkColumn {
    @Override
    public Column column() {
      return property.column();
    }

    @Override
    public Object of(@Nullable Object value) {
      long given = value instanceof Number number ? number.longValue() : 0;
      long count = isNext ? given + 1 : given == 0 ? 1 : given;
      Class<?> type = property.column().type().javaType();
      return type == Long.class
          ? (Object) count
          : type == Short.class ? (Object) (short) count : (Object) Math.toIntExact(count);
    }
  }
}
