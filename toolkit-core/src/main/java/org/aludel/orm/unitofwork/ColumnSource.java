package org.aludel.orm.unitofwork;

import org.aludel.orm.mapping.BasicProperty;
import org.aludel.orm.mapping.Relationship;
import org.aludel.schema.Column;

/** Where the value of a written column comes from. */
sealed interface ColumnSource {
  /** The column of the entity's table. */
  Column column();

  /** The number of the attribute that holds the value. */
  int slot();

  boolean insertable();

  boolean updatable();

  /** From an attribute in the column itself. */
  record Basic(BasicProperty property) implements ColumnSource {
    @Override
    public Column column() {
      return property.column();
    }

    @Override
    public int slot() {
      return property.slot();
    }

    @Override
    public boolean insertable() {
      return property.insertable();
    }

    @Override
    public boolean updatable() {
      return property.updatable();
    }
  }

  /** The same for all objects of the class: the discriminator. */
  record Constant(Column column, Object value) implements ColumnSource {
    /** No attribute has it. */
    @Override
    public int slot() {
      return Integer.MAX_VALUE;
    }

    @Override
    public boolean insertable() {
      return true;
    }

    @Override
    public boolean updatable() {
      return false;
    }
  }

  /** From the id, into the table of a class that extends the one which declares it. */
  record Key(BasicProperty id, Column column) implements ColumnSource {
    @Override
    public int slot() {
      return id.slot();
    }

    @Override
    public boolean insertable() {
      return true;
    }

    @Override
    public boolean updatable() {
      return false;
    }
  }

  /**
   * From the id of the object that a reference holds.
   *
   * @param index of the column in the reference's key
   * @param idIndex of the same column in the id of the target
   */
  record Reference(Relationship relationship, int index, int idIndex) implements ColumnSource {
    @Override
    public Column column() {
      return relationship.localColumns().get(index);
    }

    @Override
    public int slot() {
      return relationship.slot();
    }

    @Override
    public boolean insertable() {
      return relationship.insertable();
    }

    @Override
    public boolean updatable() {
      return relationship.updatable();
    }
  }
}
