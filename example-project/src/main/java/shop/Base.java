package shop;

import org.aludel.orm.mapping.DeclarativeBase;

/** The classes below it are the shop's catalogue: {@code Registry.of(Base.class)}. */
// tutorial: base
public abstract class Base extends DeclarativeBase {}
// end
