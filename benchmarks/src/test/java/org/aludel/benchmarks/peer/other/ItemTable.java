package org.aludel.benchmarks.peer.other;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jooq.TableField;
import org.jooq.UniqueKey;
import org.jooq.impl.DSL;
import org.jooq.impl.Internal;
import org.jooq.impl.SQLDataType;
import org.jooq.impl.TableImpl;
import org.jooq.impl.UpdatableRecordImpl;

/** The table of items as the code generator of jOOQ writes it. */
public final class ItemTable extends TableImpl<ItemTable.ItemRecord> {
  static final ItemTable ITEM = new ItemTable();
  private static final long serialVersionUID = 1L;

  final TableField<ItemRecord, Long> id =
      createField(DSL.name("id"), SQLDataType.BIGINT.nullable(false), this, "");
  final TableField<ItemRecord, String> station =
      createField(DSL.name("station"), SQLDataType.VARCHAR(40).nullable(false), this, "");
  final TableField<ItemRecord, String> note =
      createField(DSL.name("note"), SQLDataType.VARCHAR(100), this, "");
  final TableField<ItemRecord, Integer> counter =
      createField(DSL.name("counter"), SQLDataType.INTEGER.nullable(false), this, "");
  final TableField<ItemRecord, Double> level =
      createField(DSL.name("level"), SQLDataType.DOUBLE.nullable(false), this, "");
  final TableField<ItemRecord, Boolean> checked =
      createField(DSL.name("checked"), SQLDataType.BOOLEAN.nullable(false), this, "");
  final TableField<ItemRecord, BigDecimal> cost =
      createField(DSL.name("cost"), SQLDataType.NUMERIC(12, 2).nullable(false), this, "");
  final TableField<ItemRecord, LocalDate> noted =
      createField(DSL.name("noted"), SQLDataType.LOCALDATE.nullable(false), this, "");
  final TableField<ItemRecord, OffsetDateTime> taken =
      createField(
          DSL.name("taken"), SQLDataType.TIMESTAMPWITHTIMEZONE(6).nullable(false), this, "");

  private ItemTable() {
    super(DSL.name("item"));
  }

  @Override
  public Class<ItemRecord> getRecordType() {
    return ItemRecord.class;
  }

  @Override
  @SuppressWarnings({"unchecked", "deprecation"}) // an array of one generic field
  public UniqueKey<ItemRecord> getPrimaryKey() {
    return Internal.createUniqueKey(this, id);
  }

  /** A row that knows what was changed. */
  public static final class ItemRecord extends UpdatableRecordImpl<ItemRecord> {
    private static final long serialVersionUID = 1L;

    /** Empty, for the library. */
    public ItemRecord() {
      super(ITEM);
    }
  }
}
