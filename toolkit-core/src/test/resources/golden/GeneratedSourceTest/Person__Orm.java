package shop;

/** Reads and writes the fields of {@link shop.Person}. */
@javax.annotation.processing.Generated("org.aludel.processor")
@org.jspecify.annotations.NullUnmarked
@SuppressWarnings({"deprecation", "removal", "rawtypes", "unchecked", "serial", "overrides", "varargs", "this-escape", "cast"})
public final class Person__Orm extends org.aludel.instrument.EntityAccess<shop.Person> {
  private static final java.lang.invoke.VarHandle F0; // id
  private static final java.lang.invoke.VarHandle F1; // places

  static {
    try {
      java.lang.invoke.MethodHandles.Lookup lookup0 = java.lang.invoke.MethodHandles.privateLookupIn(shop.Person.class, java.lang.invoke.MethodHandles.lookup());
      F0 = lookup0.findVarHandle(shop.Person.class, "id", long.class).withInvokeExactBehavior();
      F1 = lookup0.findVarHandle(shop.Person.class, "places", java.util.List.class).withInvokeExactBehavior();
    } catch (java.lang.ReflectiveOperationException error) {
      throw new java.lang.ExceptionInInitializerError(error);
    }
  }

  /** Called by {@code EntityAccess.of}. */
  public Person__Orm() {
    super(shop.Person.class, java.util.List.of(
        org.aludel.instrument.Attribute.basic("id", shop.Person.class, long.class),
        org.aludel.instrument.Attribute.toMany("places", shop.Person.class, java.util.List.class, shop.Person.Place.class)));
  }

  @Override
  public shop.Person create() {
    return new shop.Person();
  }

  @Override
  public java.lang.Object get(shop.Person entity, int slot) {
    switch (slot) {
      case 0: return (long) F0.get(entity);
      case 1: return (java.util.List) F1.get(entity);
      default: throw noSlot(slot);
    }
  }

  @Override
  public void set(shop.Person entity, int slot, java.lang.Object value) {
    switch (slot) {
      case 0: F0.set(entity, (long) value); break;
      case 1: F1.set(entity, (java.util.List) value); break;
      default: throw noSlot(slot);
    }
  }

  @Override
  public boolean hasLongId() {
    return true;
  }

  @Override
  public long longId(shop.Person entity) {
    return (long) F0.get(entity);
  }

  @Override
  public void longId(shop.Person entity, long id) {
    F0.set(entity, id);
  }

  @Override
  public void read(java.sql.ResultSet row, int first, shop.Person entity) throws java.sql.SQLException {
  }

  @Override
  public void readSlot(java.sql.ResultSet row, int column, shop.Person entity, int slot) throws java.sql.SQLException {
    switch (slot) {
      case 0: {
        F0.set(entity, (long) (row.getLong(column)));
        break;
      }
      default: throw noSlot(slot);
    }
  }

  @Override
  public java.lang.Object snapshot(shop.Person entity) {
    Snapshot snapshot = new Snapshot();
    snapshot.f0 = (long) F0.get(entity);
    snapshot.f1 = (java.util.List) F1.get(entity);
    return snapshot;
  }

  @Override
  public boolean isChanged(shop.Person entity, java.lang.Object before) {
    Snapshot snapshot = (Snapshot) before;
    return (long) F0.get(entity) != snapshot.f0 || (java.util.List) F1.get(entity) != snapshot.f1;
  }

  @Override
  public java.util.BitSet changed(shop.Person entity, java.lang.Object before) {
    Snapshot snapshot = (Snapshot) before;
    java.util.BitSet slots = new java.util.BitSet(2);
    if ((long) F0.get(entity) != snapshot.f0) { slots.set(0); }
    if ((java.util.List) F1.get(entity) != snapshot.f1) { slots.set(1); }
    return slots;
  }

  @Override
  public void restore(shop.Person entity, java.lang.Object before) {
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
      case 1: snapshot.f1 = (java.util.List) value; break;
      default: throw noSlot(slot);
    }
  }

  private static final class Snapshot {
    long f0;
    java.util.List f1;
  }

  @Override
  public java.lang.Object column(java.util.List<? extends shop.Person> entities, int slot) {
    int size = entities.size();
    switch (slot) {
      case 0: {
        long[] values = new long[size];
        for (int index = 0; index < size; index++) {
          shop.Person entity = entities.get(index);
          values[index] = (long) F0.get(entity);
        }
        return values;
      }
      default: return super.column(entities, slot);
    }
  }

  @Override
  public org.aludel.instrument.ElementAccess<?> elements(java.lang.String attribute) {
    switch (attribute) {
      case "places": return new Elements1();
      default: return super.elements(attribute);
    }
  }

  private static final class Elements1 extends org.aludel.instrument.ElementAccess<shop.Person.Place> {
    private static final java.lang.invoke.VarHandle F0; // city
    private static final java.lang.invoke.VarHandle F1; // floor
    private static final java.lang.invoke.VarHandle F2; // point.x
    private static final java.lang.invoke.VarHandle F3; // point.y
    private static final java.lang.invoke.VarHandle E1;
    private static final java.lang.invoke.MethodHandle N0;

    static {
      try {
        java.lang.invoke.MethodHandles.Lookup lookup0 = java.lang.invoke.MethodHandles.privateLookupIn(shop.Person.Place.class, java.lang.invoke.MethodHandles.lookup());
        F0 = lookup0.findVarHandle(shop.Person.Place.class, "city", java.lang.String.class).withInvokeExactBehavior();
        F1 = lookup0.findVarHandle(shop.Person.Place.class, "floor", int.class).withInvokeExactBehavior();
        E1 = lookup0.findVarHandle(shop.Person.Place.class, "point", shop.Person.Point.class).withInvokeExactBehavior();
        N0 = lookup0.findConstructor(shop.Person.Place.class, java.lang.invoke.MethodType.methodType(void.class));
        java.lang.invoke.MethodHandles.Lookup lookup1 = java.lang.invoke.MethodHandles.privateLookupIn(shop.Person.Point.class, java.lang.invoke.MethodHandles.lookup());
        F2 = lookup1.findVarHandle(shop.Person.Point.class, "x", int.class).withInvokeExactBehavior();
        F3 = lookup1.findVarHandle(shop.Person.Point.class, "y", int.class).withInvokeExactBehavior();
      } catch (java.lang.ReflectiveOperationException error) {
        throw new java.lang.ExceptionInInitializerError(error);
      }
    }

    Elements1() {
      super(shop.Person.Place.class, java.util.List.of("city", "floor", "point.x", "point.y"), false);
    }

    @Override
    public java.lang.Object get(shop.Person.Place element, int part) {
      switch (part) {
        case 0: return get0(element);
        case 1: return get1(element);
        case 2: return get2(element);
        case 3: return get3(element);
        default: throw noPart(part);
      }
    }

    @Override
    public shop.Person.Place make(java.lang.Object[] values) {
      java.lang.String part0 = (java.lang.String) values[0];
      java.lang.Integer part1 = (java.lang.Integer) values[1];
      java.lang.Integer part2 = (java.lang.Integer) values[2];
      java.lang.Integer part3 = (java.lang.Integer) values[3];
      shop.Person.Place e0 = null;
      if (part0 == null && part1 == null && part2 == null && part3 == null) {
        e0 = null;
      } else {
        if (e0 == null) { e0 = make0(); }
        F0.set(e0, part0);
        F1.set(e0, (int) (part1 == null ? 0 : part1));
        shop.Person.Point e1 = e0 == null ? null : (shop.Person.Point) E1.get(e0);
        if (part2 == null && part3 == null) {
          e1 = null;
        } else {
          e1 = new shop.Person.Point((int) (part2 == null ? 0 : part2), (int) (part3 == null ? 0 : part3));
        }
        E1.set(e0, e1);
      }
      return e0;
    }

    private static java.lang.String get0(shop.Person.Place e0) {
      return (java.lang.String) (java.lang.String) F0.get(e0);
    }

    private static java.lang.Integer get1(shop.Person.Place e0) {
      return (java.lang.Integer) (int) F1.get(e0);
    }

    private static java.lang.Integer get2(shop.Person.Place e0) {
      shop.Person.Point e1 = (shop.Person.Point) E1.get(e0);
      if (e1 == null) { return null; }
      return (java.lang.Integer) (int) F2.get(e1);
    }

    private static java.lang.Integer get3(shop.Person.Place e0) {
      shop.Person.Point e1 = (shop.Person.Point) E1.get(e0);
      if (e1 == null) { return null; }
      return (java.lang.Integer) (int) F3.get(e1);
    }

    private static shop.Person.Place make0() {
      try {
        return (shop.Person.Place) N0.invokeExact();
      } catch (java.lang.RuntimeException | java.lang.Error error) {
        throw error;
      } catch (java.lang.Throwable error) {
        throw new java.lang.IllegalStateException(error);
      }
    }
  }

  @Override
  public boolean supportsLazy() {
    return true;
  }

  @Override
  public shop.Person lazy(org.aludel.instrument.LoadTrigger trigger) {
    Lazy instance = new Lazy();
    instance.aludelTrigger(trigger);
    return instance;
  }

  private static final class Lazy extends shop.Person
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
  }
}
