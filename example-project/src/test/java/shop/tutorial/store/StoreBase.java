package shop.tutorial.store;

import org.aludel.orm.mapping.DeclarativeBase;

/** The classes below it are the store's catalogue. */
// tutorial: base
public abstract class StoreBase extends DeclarativeBase {}
// end
