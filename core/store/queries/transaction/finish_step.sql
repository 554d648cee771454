RELEASE step;
