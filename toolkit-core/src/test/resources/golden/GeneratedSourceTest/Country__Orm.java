package shop;

/** Reads the components of {@link shop.Country}. */
@javax.annotation.processing.Generated("org.aludel.processor")
@org.jspecify.annotations.NullUnmarked
@SuppressWarnings({"deprecation", "removal", "rawtypes", "unchecked", "serial", "overrides", "varargs", "this-escape", "cast"})
public final class Country__Orm extends org.aludel.instrument.RecordAccess<shop.Country> {
  private static final java.lang.invoke.VarHandle F0; // code
  private static final java.lang.invoke.VarHandle F1; // name
  private static final java.lang.invoke.VarHandle F2; // people

  static {
    try {
      java.lang.invoke.MethodHandles.Lookup lookup0 = java.lang.invoke.MethodHandles.privateLookupIn(shop.Country.class, java.lang.invoke.MethodHandles.lookup());
      F0 = lookup0.findVarHandle(shop.Country.class, "code", java.lang.String.class).withInvokeExactBehavior();
      F1 = lookup0.findVarHandle(shop.Country.class, "name", java.lang.String.class).withInvokeExactBehavior();
      F2 = lookup0.findVarHandle(shop.Country.class, "people", int.class).withInvokeExactBehavior();
    } catch (java.lang.ReflectiveOperationException error) {
      throw new java.lang.ExceptionInInitializerError(error);
    }
  }

  /** Called by {@code EntityAccess.of}. */
  public Country__Orm() {
    super(shop.Country.class, java.util.List.of(
        org.aludel.instrument.Attribute.basic("code", shop.Country.class, java.lang.String.class),
        org.aludel.instrument.Attribute.basic("name", shop.Country.class, java.lang.String.class),
        org.aludel.instrument.Attribute.basic("people", shop.Country.class, int.class)));
  }

  @Override
  public java.lang.Object get(shop.Country entity, int slot) {
    switch (slot) {
      case 0: return (java.lang.String) F0.get(entity);
      case 1: return (java.lang.String) F1.get(entity);
      case 2: return (int) F2.get(entity);
      default: throw noSlot(slot);
    }
  }

  @Override
  public shop.Country make(java.lang.Object[] values) {
    return new shop.Country((java.lang.String) values[0], (java.lang.String) values[1], (int) values[2]);
  }
}
