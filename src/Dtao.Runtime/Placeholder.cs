namespace Dtao.Runtime;
