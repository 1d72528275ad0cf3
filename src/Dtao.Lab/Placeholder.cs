namespace Dtao.Lab;
