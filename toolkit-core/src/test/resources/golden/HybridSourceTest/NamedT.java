package shop;

/** Names the columns that entities have from {@link shop.Named}. */
@javax.annotation.processing.Generated("org.aludel.processor")
@org.jspecify.annotations.NullUnmarked
@SuppressWarnings({"deprecation", "removal", "rawtypes", "unchecked", "serial", "overrides", "varargs", "this-escape", "cast"})
public final class NamedT {
  public final org.aludel.orm.metamodel.BasicAttribute<?, java.lang.String> name;

  public final org.aludel.orm.metamodel.ArrayAttribute<?, java.lang.String> tags;

  /** Called by the metamodels of entities below the class. */
  public NamedT(org.aludel.orm.metamodel.BasicAttribute<?, java.lang.String> name, org.aludel.orm.metamodel.ArrayAttribute<?, java.lang.String> tags) {
    this.name = name;
    this.tags = tags;
  }
}
