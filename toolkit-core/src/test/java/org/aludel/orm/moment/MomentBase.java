package org.aludel.orm.moment;

import org.aludel.orm.mapping.DeclarativeBase;

/** The catalogue of classes that know when they were written. */
public abstract class MomentBase extends DeclarativeBase {}
