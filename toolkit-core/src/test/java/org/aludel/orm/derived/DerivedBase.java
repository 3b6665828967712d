package org.aludel.orm.derived;

import org.aludel.orm.mapping.DeclarativeBase;

/** The base of the classes whose ids come from other objects. */
public abstract class DerivedBase extends DeclarativeBase {}
