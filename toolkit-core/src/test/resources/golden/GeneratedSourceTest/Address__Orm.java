package shop;

/** Reads and writes the fields of {@link shop.Address}. */
@javax.annotation.processing.Generated("org.aludel.processor")
@org.jspecify.annotations.NullUnmarked
@SuppressWarnings({"deprecation", "removal", "rawtypes", "unchecked", "serial", "overrides", "varargs", "this-escape", "cast"})
public final class Address__Orm extends org.aludel.instrument.EntityAccess<shop.Address> {
  private static final java.lang.invoke.VarHandle F0; // id
  private static final java.lang.invoke.VarHandle F1; // user
  private static final java.lang.invoke.MethodHandle CREATE;

  static {
    try {
      java.lang.invoke.MethodHandles.Lookup lookup0 = java.lang.invoke.MethodHandles.privateLookupIn(shop.Address.class, java.lang.invoke.MethodHandles.lookup());
      F0 = lookup0.findVarHandle(shop.Address.class, "id", long.class).withInvokeExactBehavior();
      F1 = lookup0.findVarHandle(shop.Address.class, "user", shop.User.class).withInvokeExactBehavior();
      CREATE = lookup0.findConstructor(shop.Address.class, java.lang.invoke.MethodType.methodType(void.class));
    } catch (java.lang.ReflectiveOperationException error) {
      throw new java.lang.ExceptionInInitializerError(error);
    }
  }

  /** Called by {@code EntityAccess.of}. */
  public Address__Orm() {
    super(shop.Address.class, java.util.List.of(
        org.aludel.instrument.Attribute.basic("id", shop.Address.class, long.class),
        org.aludel.instrument.Attribute.toOne("user", shop.Address.class, shop.User.class)));
  }

  @Override
  public shop.Address create() {
    try {
      return (shop.Address) CREATE.invokeExact();
    } catch (java.lang.RuntimeException | java.lang.Error error) {
      throw error;
    } catch (java.lang.Throwable error) {
      throw new java.lang.IllegalStateException(error);
    }
  }

  @Override
  public java.lang.Object get(shop.Address entity, int slot) {
    switch (slot) {
      case 0: return (long) F0.get(entity);
      case 1: return (shop.User) F1.get(entity);
      default: throw noSlot(slot);
    }
  }

  @Override
  public void set(shop.Address entity, int slot, java.lang.Object value) {
    switch (slot) {
      case 0: F0.set(entity, (long) value); break;
      case 1: F1.set(entity, (shop.User) value); break;
      default: throw noSlot(slot);
    }
  }

  @Override
  public boolean hasLongId() {
    return true;
  }

  @Override
  public long longId(shop.Address entity) {
    return (long) F0.get(entity);
  }

  @Override
  public void longId(shop.Address entity, long id) {
    F0.set(entity, id);
  }

  @Override
  public void read(java.sql.ResultSet row, int first, shop.Address entity) throws java.sql.SQLException {
  }

  @Override
  public void readSlot(java.sql.ResultSet row, int column, shop.Address entity, int slot) throws java.sql.SQLException {
    switch (slot) {
      case 0: {
        F0.set(entity, (long) (row.getLong(column)));
        break;
      }
      default: throw noSlot(slot);
    }
  }

  @Override
  public java.lang.Object snapshot(shop.Address entity) {
    Snapshot snapshot = new Snapshot();
    snapshot.f0 = (long) F0.get(entity);
    snapshot.f1 = (shop.User) F1.get(entity);
    return snapshot;
  }

  @Override
  public boolean isChanged(shop.Address entity, java.lang.Object before) {
    Snapshot snapshot = (Snapshot) before;
    return (long) F0.get(entity) != snapshot.f0 || (shop.User) F1.get(entity) != snapshot.f1;
  }

  @Override
  public java.util.BitSet changed(shop.Address entity, java.lang.Object before) {
    Snapshot snapshot = (Snapshot) before;
    java.util.BitSet slots = new java.util.BitSet(2);
    if ((long) F0.get(entity) != snapshot.f0) { slots.set(0); }
    if ((shop.User) F1.get(entity) != snapshot.f1) { slots.set(1); }
    return slots;
  }

  @Override
  public void restore(shop.Address entity, java.lang.Object before) {
    Snapshot snapshot = (Snapshot) before;
    F0.set(entity, snapshot.f0);
    F1.set(entity, snapshot.f1);
  }

  @Override
  public java.lang.Object snapshotValue(java.lang.Object before, int slot) {
    Snapshot snapshot = (Snapshot) before;
    switch (slot) {
      case 0: return snapshot.f0;
      case 1: return snapshot.f1;
      default: throw noSlot(slot);
    }
  }

  @Override
  public void snapshotValue(java.lang.Object before, int slot, java.lang.Object value) {
    Snapshot snapshot = (Snapshot) before;
    switch (slot) {
      case 0: snapshot.f0 = (long) value; break;
      case 1: snapshot.f1 = (shop.User) value; break;
      default: throw noSlot(slot);
    }
  }

  private static final class Snapshot {
    long f0;
    shop.User f1;
  }

  @Override
  public java.lang.Object column(java.util.List<? extends shop.Address> entities, int slot) {
    int size = entities.size();
    switch (slot) {
      case 0: {
        long[] values = new long[size];
        for (int index = 0; index < size; index++) {
          shop.Address entity = entities.get(index);
          values[index] = (long) F0.get(entity);
        }
        return values;
      }
      default: return super.column(entities, slot);
    }
  }
}
