namespace Dtao.Codec;
