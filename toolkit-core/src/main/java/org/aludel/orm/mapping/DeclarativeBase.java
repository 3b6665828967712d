package org.aludel.orm.mapping;

/**
 * The superclass of a declarative base: {@code public abstract class Base extends DeclarativeBase
 * {}}. The entities below {@code Base} form the catalogue {@code Registry.of(Base.class)}. It has
 * no state and no methods, so that any class may stand below it.
 */
public abstract class DeclarativeBase {}
