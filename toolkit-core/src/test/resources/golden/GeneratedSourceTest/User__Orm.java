package shop;

/** Reads and writes the fields of {@link shop.User}. */
@javax.annotation.processing.Generated("org.aludel.processor")
@org.jspecify.annotations.NullUnmarked
@SuppressWarnings({"deprecation", "removal", "rawtypes", "unchecked", "serial", "overrides", "varargs", "this-escape", "cast"})
public final class User__Orm extends org.aludel.instrument.EntityAccess<shop.User> {
  private static final java.lang.invoke.VarHandle F0; // id
  private static final java.lang.invoke.VarHandle F1; // fullName
  private static final java.lang.invoke.VarHandle F2; // visits
  private static final java.lang.invoke.VarHandle F3; // addresses

  static {
    try {
      java.lang.invoke.MethodHandles.Lookup lookup0 = java.lang.invoke.MethodHandles.privateLookupIn(shop.Base.class, java.lang.invoke.MethodHandles.lookup());
      F0 = lookup0.findVarHandle(shop.Base.class, "id", java.lang.Long.class).withInvokeExactBehavior();
      java.lang.invoke.MethodHandles.Lookup lookup1 = java.lang.invoke.MethodHandles.privateLookupIn(shop.User.class, java.lang.invoke.MethodHandles.lookup());
      F1 = lookup1.findVarHandle(shop.User.class, "fullName", java.lang.String.class).withInvokeExactBehavior();
      F2 = lookup1.findVarHandle(shop.User.class, "visits", int.class).withInvokeExactBehavior();
      F3 = lookup1.findVarHandle(shop.User.class, "addresses", java.util.List.class).withInvokeExactBehavior();
    } catch (java.lang.ReflectiveOperationException error) {
      throw new java.lang.ExceptionInInitializerError(error);
    }
  }

  /** Called by {@code EntityAccess.of}. */
  public User__Orm() {
    super(shop.User.class, java.util.List.of(
        org.aludel.instrument.Attribute.basic("id", shop.Base.class, java.lang.Long.class),
        org.aludel.instrument.Attribute.basic("fullName", shop.User.class, java.lang.String.class),
        org.aludel.instrument.Attribute.basic("visits", shop.User.class, int.class),
        org.aludel.instrument.Attribute.toMany("addresses", shop.User.class, java.util.List.class, shop.Address.class)));
  }

  @Override
  public shop.User create() {
    return new shop.User();
  }

  @Override
  public java.lang.Object get(shop.User entity, int slot) {
    switch (slot) {
      case 0: return (java.lang.Long) F0.get((shop.Base) entity);
      case 1: return (java.lang.String) F1.get(entity);
      case 2: return (int) F2.get(entity);
      case 3: return (java.util.List) F3.get(entity);
      default: throw noSlot(slot);
    }
  }

  @Override
  public void set(shop.User entity, int slot, java.lang.Object value) {
    switch (slot) {
      case 0: F0.set((shop.Base) entity, (java.lang.Long) value); break;
      case 1: F1.set(entity, (java.lang.String) value); break;
      case 2: F2.set(entity, (int) value); break;
      case 3: F3.set(entity, (java.util.List) value); break;
      default: throw noSlot(slot);
    }
  }

  @Override
  public boolean hasLongId() {
    return true;
  }

  @Override
  public long longId(shop.User entity) {
    java.lang.Long id = (java.lang.Long) F0.get((shop.Base) entity);
    return id == null ? 0L : id;
  }

  @Override
  public void longId(shop.User entity, long id) {
    F0.set((shop.Base) entity, (java.lang.Long) id);
  }

  @Override
  public void read(java.sql.ResultSet row, int first, shop.User entity) throws java.sql.SQLException {
    F1.set(entity, (java.lang.String) (row.getString(first + 1)));
    F2.set(entity, (int) (row.getInt(first + 2)));
  }

  @Override
  public void readSlot(java.sql.ResultSet row, int column, shop.User entity, int slot) throws java.sql.SQLException {
    switch (slot) {
      case 0: {
        long value0 = row.getLong(column);
        F0.set((shop.Base) entity, (java.lang.Long) (row.wasNull() ? null : (java.lang.Long) value0));
        break;
      }
      case 1: {
        F1.set(entity, (java.lang.String) (row.getString(column)));
        break;
      }
      case 2: {
        F2.set(entity, (int) (row.getInt(column)));
        break;
      }
      default: throw noSlot(slot);
    }
  }

  @Override
  public java.lang.Object snapshot(shop.User entity) {
    Snapshot snapshot = new Snapshot();
    snapshot.f0 = (java.lang.Long) F0.get((shop.Base) entity);
    snapshot.f1 = (java.lang.String) F1.get(entity);
    snapshot.f2 = (int) F2.get(entity);
    snapshot.f3 = (java.util.List) F3.get(entity);
    return snapshot;
  }

  @Override
  public boolean isChanged(shop.User entity, java.lang.Object before) {
    Snapshot snapshot = (Snapshot) before;
    return differs((java.lang.Long) F0.get((shop.Base) entity), snapshot.f0) || differs((java.lang.String) F1.get(entity), snapshot.f1) || (int) F2.get(entity) != snapshot.f2 || (java.util.List) F3.get(entity) != snapshot.f3;
  }

  @Override
  public java.util.BitSet changed(shop.User entity, java.lang.Object before) {
    Snapshot snapshot = (Snapshot) before;
    java.util.BitSet slots = new java.util.BitSet(4);
    if (differs((java.lang.Long) F0.get((shop.Base) entity), snapshot.f0)) { slots.set(0); }
    if (differs((java.lang.String) F1.get(entity), snapshot.f1)) { slots.set(1); }
    if ((int) F2.get(entity) != snapshot.f2) { slots.set(2); }
    if ((java.util.List) F3.get(entity) != snapshot.f3) { slots.set(3); }
    return slots;
  }

  @Override
  public void restore(shop.User entity, java.lang.Object before) {
    Snapshot snapshot = (Snapshot) before;
    F0.set((shop.Base) entity, snapshot.f0);
    F1.set(entity, snapshot.f1);
    F2.set(entity, snapshot.f2);
    F3.set(entity, snapshot.f3);
  }

  @Override
  public java.lang.Object snapshotValue(java.lang.Object before, int slot) {
    Snapshot snapshot = (Snapshot) before;
    switch (slot) {
      case 0: return snapshot.f0;
      case 1: return snapshot.f1;
      case 2: return snapshot.f2;
      case 3: return snapshot.f3;
      default: throw noSlot(slot);
    }
  }

  @Override
  public void snapshotValue(java.lang.Object before, int slot, java.lang.Object value) {
    Snapshot snapshot = (Snapshot) before;
    switch (slot) {
      case 0: snapshot.f0 = (java.lang.Long) value; break;
      case 1: snapshot.f1 = (java.lang.String) value; break;
      case 2: snapshot.f2 = (int) value; break;
      case 3: snapshot.f3 = (java.util.List) value; break;
      default: throw noSlot(slot);
    }
  }

  private static final class Snapshot {
    java.lang.Long f0;
    java.lang.String f1;
    int f2;
    java.util.List f3;
  }

  @Override
  public java.lang.Object column(java.util.List<? extends shop.User> entities, int slot) {
    int size = entities.size();
    switch (slot) {
      case 2: {
        int[] values = new int[size];
        for (int index = 0; index < size; index++) {
          shop.User entity = entities.get(index);
          values[index] = (int) F2.get(entity);
        }
        return values;
      }
      default: return super.column(entities, slot);
    }
  }

  @Override
  public boolean supportsLazy() {
    return true;
  }

  @Override
  public shop.User lazy(org.aludel.instrument.LoadTrigger trigger) {
    Lazy instance = new Lazy();
    instance.aludelTrigger(trigger);
    return instance;
  }

  private static final class Lazy extends shop.User
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
    public java.util.List<shop.Address> getAddresses() {
      User__Orm.loadFirst(this, "getAddresses()Ljava/util/List;");
      return super.getAddresses();
    }

    @Override
    public java.lang.Long getId() {
      User__Orm.loadFirst(this, "getId()Ljava/lang/Long;");
      return super.getId();
    }

    @Override
    void setFullName(java.lang.String p0) {
      User__Orm.loadFirst(this, "setFullName(Ljava/lang/String;)V");
      super.setFullName(p0);
    }

    @Override
    public java.lang.String toString() {
      User__Orm.loadFirst(this, "toString()Ljava/lang/String;");
      return super.toString();
    }
  }
}
