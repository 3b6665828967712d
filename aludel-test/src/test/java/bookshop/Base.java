package bookshop;

import org.aludel.orm.mapping.DeclarativeBase;

/** The declarative base of the bookshop. */
public abstract class Base extends DeclarativeBase {}
