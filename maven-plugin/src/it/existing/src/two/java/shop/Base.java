package shop;

import org.aludel.orm.mapping.DeclarativeBase;

/** The entities below it are one catalogue: {@code Registry.of(Base.class)}. */
public abstract class Base extends DeclarativeBase {}
