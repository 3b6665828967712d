package shop;

/** Reads and writes the fields of {@link lib.Account}. */
@javax.annotation.processing.Generated("org.aludel.processor")
@org.jspecify.annotations.NullUnmarked
@SuppressWarnings({"deprecation", "removal", "rawtypes", "unchecked", "serial", "overrides", "varargs", "this-escape", "cast"})
public final class AccountMapping__Orm extends org.aludel.instrument.EntityAccess<lib.Account> {
  private static final java.lang.invoke.VarHandle F0; // id
  private static final java.lang.invoke.VarHandle F1; // name
  private static final java.lang.invoke.VarHandle F2; // limit.amount
  private static final java.lang.invoke.VarHandle F3; // limit.currency
  private static final java.lang.invoke.VarHandle F4; // parent
  private static final java.lang.invoke.VarHandle E0; // limit
  private static final java.lang.invoke.MethodHandle CREATE;

  static {
    try {
      java.lang.invoke.MethodHandles.Lookup lookup0 = java.lang.invoke.MethodHandles.privateLookupIn(lib.Above.class, java.lang.invoke.MethodHandles.lookup());
      F0 = lookup0.findVarHandle(lib.Above.class, "id", java.lang.Object.class).withInvokeExactBehavior();
      java.lang.invoke.MethodHandles.Lookup lookup1 = java.lang.invoke.MethodHandles.privateLookupIn(lib.Account.class, java.lang.invoke.MethodHandles.lookup());
      F1 = lookup1.findVarHandle(lib.Account.class, "name", java.lang.String.class).withInvokeExactBehavior();
      F4 = lookup1.findVarHandle(lib.Account.class, "parent", lib.Account.class).withInvokeExactBehavior();
      E0 = lookup1.findVarHandle(lib.Account.class, "limit", lib.Limit.class).withInvokeExactBehavior();
      CREATE = lookup1.findConstructor(lib.Account.class, java.lang.invoke.MethodType.methodType(void.class));
      java.lang.invoke.MethodHandles.Lookup lookup2 = java.lang.invoke.MethodHandles.privateLookupIn(lib.Limit.class, java.lang.invoke.MethodHandles.lookup());
      F2 = lookup2.findVarHandle(lib.Limit.class, "amount", int.class).withInvokeExactBehavior();
      F3 = lookup2.findVarHandle(lib.Limit.class, "currency", java.lang.String.class).withInvokeExactBehavior();
    } catch (java.lang.ReflectiveOperationException error) {
      throw new java.lang.ExceptionInInitializerError(error);
    }
  }

  /** Called by {@code EntityAccess.of}. */
  public AccountMapping__Orm() {
    super(lib.Account.class, java.util.List.of(
        org.aludel.instrument.Attribute.basic("id", lib.Above.class, java.lang.Long.class),
        org.aludel.instrument.Attribute.basic("name", lib.Account.class, java.lang.String.class),
        org.aludel.instrument.Attribute.basic("limit.amount", lib.Limit.class, java.lang.Integer.class),
        org.aludel.instrument.Attribute.basic("limit.currency", lib.Limit.class, java.lang.String.class),
        org.aludel.instrument.Attribute.toOne("parent", lib.Account.class, lib.Account.class)));
  }

  @Override
  public lib.Account create() {
    try {
      return (lib.Account) CREATE.invokeExact();
    } catch (java.lang.RuntimeException | java.lang.Error error) {
      throw error;
    } catch (java.lang.Throwable error) {
      throw new java.lang.IllegalStateException(error);
    }
  }

  @Override
  public java.lang.Object get(lib.Account entity, int slot) {
    switch (slot) {
      case 0: return (java.lang.Long) (java.lang.Object) F0.get((lib.Above) entity);
      case 1: return (java.lang.String) F1.get(entity);
      case 2: return get2(entity);
      case 3: return get3(entity);
      case 4: return (lib.Account) F4.get(entity);
      default: throw noSlot(slot);
    }
  }

  @Override
  public void set(lib.Account entity, int slot, java.lang.Object value) {
    switch (slot) {
      case 0: F0.set((lib.Above) entity, (java.lang.Object) ((java.lang.Long) value)); break;
      case 1: F1.set(entity, (java.lang.String) value); break;
      case 2: set2(entity, (java.lang.Integer) value); break;
      case 3: set3(entity, (java.lang.String) value); break;
      case 4: F4.set(entity, (lib.Account) value); break;
      default: throw noSlot(slot);
    }
  }

  @Override
  public boolean hasLongId() {
    return true;
  }

  @Override
  public long longId(lib.Account entity) {
    java.lang.Long id = (java.lang.Long) (java.lang.Object) F0.get((lib.Above) entity);
    return id == null ? 0L : id;
  }

  @Override
  public void longId(lib.Account entity, long id) {
    F0.set((lib.Above) entity, (java.lang.Object) ((java.lang.Long) id));
  }

  @Override
  public void read(java.sql.ResultSet row, int first, lib.Account entity) throws java.sql.SQLException {
    F1.set(entity, (java.lang.String) (row.getString(first + 1)));
    int value2 = row.getInt(first + 2);
    java.lang.Integer part2 = (java.lang.Integer) (row.wasNull() ? null : (java.lang.Integer) value2);
    java.lang.String part3 = (java.lang.String) (row.getString(first + 3));
    embed0(entity, part2, part3);
  }

  @Override
  public void readSlot(java.sql.ResultSet row, int column, lib.Account entity, int slot) throws java.sql.SQLException {
    switch (slot) {
      case 0: {
        long value0 = row.getLong(column);
        F0.set((lib.Above) entity, (java.lang.Object) ((java.lang.Long) (row.wasNull() ? null : (java.lang.Long) value0)));
        break;
      }
      case 1: {
        F1.set(entity, (java.lang.String) (row.getString(column)));
        break;
      }
      case 2: {
        int value2 = row.getInt(column);
        set2(entity, (java.lang.Integer) (row.wasNull() ? null : (java.lang.Integer) value2));
        break;
      }
      case 3: {
        set3(entity, (java.lang.String) (row.getString(column)));
        break;
      }
      default: throw noSlot(slot);
    }
  }

  @Override
  public java.lang.Object snapshot(lib.Account entity) {
    Snapshot snapshot = new Snapshot();
    snapshot.f0 = (java.lang.Long) (java.lang.Object) F0.get((lib.Above) entity);
    snapshot.f1 = (java.lang.String) F1.get(entity);
    snapshot.f2 = get2(entity);
    snapshot.f3 = get3(entity);
    snapshot.f4 = (lib.Account) F4.get(entity);
    return snapshot;
  }

  @Override
  public boolean isChanged(lib.Account entity, java.lang.Object before) {
    Snapshot snapshot = (Snapshot) before;
    return differs((java.lang.Long) (java.lang.Object) F0.get((lib.Above) entity), snapshot.f0) || differs((java.lang.String) F1.get(entity), snapshot.f1) || differs(get2(entity), snapshot.f2) || differs(get3(entity), snapshot.f3) || (lib.Account) F4.get(entity) != snapshot.f4;
  }

  @Override
  public java.util.BitSet changed(lib.Account entity, java.lang.Object before) {
    Snapshot snapshot = (Snapshot) before;
    java.util.BitSet slots = new java.util.BitSet(5);
    if (differs((java.lang.Long) (java.lang.Object) F0.get((lib.Above) entity), snapshot.f0)) { slots.set(0); }
    if (differs((java.lang.String) F1.get(entity), snapshot.f1)) { slots.set(1); }
    if (differs(get2(entity), snapshot.f2)) { slots.set(2); }
    if (differs(get3(entity), snapshot.f3)) { slots.set(3); }
    if ((lib.Account) F4.get(entity) != snapshot.f4) { slots.set(4); }
    return slots;
  }

  @Override
  public void restore(lib.Account entity, java.lang.Object before) {
    Snapshot snapshot = (Snapshot) before;
    F0.set((lib.Above) entity, (java.lang.Object) (snapshot.f0));
    F1.set(entity, snapshot.f1);
    F4.set(entity, snapshot.f4);
    embed0(entity, snapshot.f2, snapshot.f3);
  }

  @Override
  public java.lang.Object snapshotValue(java.lang.Object before, int slot) {
    Snapshot snapshot = (Snapshot) before;
    switch (slot) {
      case 0: return snapshot.f0;
      case 1: return snapshot.f1;
      case 2: return snapshot.f2;
      case 3: return snapshot.f3;
      case 4: return snapshot.f4;
      default: throw noSlot(slot);
    }
  }

  @Override
  public void snapshotValue(java.lang.Object before, int slot, java.lang.Object value) {
    Snapshot snapshot = (Snapshot) before;
    switch (slot) {
      case 0: snapshot.f0 = (java.lang.Long) value; break;
      case 1: snapshot.f1 = (java.lang.String) value; break;
      case 2: snapshot.f2 = (java.lang.Integer) value; break;
      case 3: snapshot.f3 = (java.lang.String) value; break;
      case 4: snapshot.f4 = (lib.Account) value; break;
      default: throw noSlot(slot);
    }
  }

  private static final class Snapshot {
    java.lang.Long f0;
    java.lang.String f1;
    java.lang.Integer f2;
    java.lang.String f3;
    lib.Account f4;
  }

  @Override
  public void setAll(lib.Account entity, java.util.BitSet slots, java.lang.Object[] values) {
    for (int slot = slots.nextSetBit(0); slot >= 0; slot = slots.nextSetBit(slot + 1)) {
      switch (slot) {
        case 2:
        case 3:
        break;
        default: set(entity, slot, values[slot]);
      }
    }
    if (slots.get(2) || slots.get(3)) {
      embed0(entity, slots.get(2) ? (java.lang.Integer) values[2] : get2(entity), slots.get(3) ? (java.lang.String) values[3] : get3(entity));
    }
  }

  private static java.lang.Integer get2(lib.Account entity) {
    lib.Limit e0 = (lib.Limit) E0.get(entity);
    if (e0 == null) { return null; }
    return (java.lang.Integer) (int) F2.get(e0);
  }

  private static void set2(lib.Account entity, java.lang.Integer value) {
    embed0(entity, value, get3(entity));
  }

  private static java.lang.String get3(lib.Account entity) {
    lib.Limit e0 = (lib.Limit) E0.get(entity);
    if (e0 == null) { return null; }
    return (java.lang.String) (java.lang.String) F3.get(e0);
  }

  private static void set3(lib.Account entity, java.lang.String value) {
    embed0(entity, get2(entity), value);
  }

  private static void embed0(lib.Account entity, java.lang.Integer part2, java.lang.String part3) {
    lib.Limit e0 = (lib.Limit) E0.get(entity);
    if (part2 == null && part3 == null) {
      e0 = null;
    } else {
      e0 = new lib.Limit((int) (part2 == null ? 0 : part2), part3);
    }
    E0.set(entity, e0);
  }

  @Override
  public boolean supportsLazy() {
    return true;
  }

  @Override
  public lib.Account lazy(org.aludel.instrument.LoadTrigger trigger) {
    Lazy instance = new Lazy();
    instance.aludelTrigger(trigger);
    return instance;
  }

  private static final class Lazy extends lib.Account
      implements org.aludel.instrument.LazyInstance {
    private transient org.aludel.instrument.LoadTrigger aludelTrigger;

    @Override
    public org.aludel.instrument.LoadTrigger aludelTrigger() {
      return aludelTrigger;
    }

    @Override
    public void aludelTrigger(org.aludel.instrument.LoadTrigger trigger) {
      aludelTrigger = trigger;
    }

    @Override
    public java.lang.String name() {
      AccountMapping__Orm.loadFirst(this, "name()Ljava/lang/String;");
      return super.name();
    }
  }
}
