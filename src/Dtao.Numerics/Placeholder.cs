namespace Dtao.Numerics;
